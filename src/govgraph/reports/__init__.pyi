from govgraph.reports.content import Report, ReportOptions, report
from govgraph.reports.render import SUFFIXES, write_report

__all__ = ["SUFFIXES", "Report", "ReportOptions", "report", "write_report"]
