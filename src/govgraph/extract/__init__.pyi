from govgraph.extract.reader import Reader

__all__ = ["Reader"]
