from govgraph.evaluation.report import Evaluation, PageResult, Score, evaluate_folder, evaluate_pages, load_gold

__all__ = ["Evaluation", "PageResult", "Score", "evaluate_folder", "evaluate_pages", "load_gold"]
