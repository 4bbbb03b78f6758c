from govgraph.reports.content import ReportOptions, report
from govgraph.reports.parts import Report
from govgraph.reports.render import SUFFIXES, write_report

__all__ = ["SUFFIXES", "Report", "ReportOptions", "report", "write_report"]
