// What the search in pictures that are one file knows of words that are alike.
import { formed, near } from "../shared/likeness";

Object.assign(window, { govgraphLikeness: { formed, near } });
