"""`govgraph`: the commands, their global options, and what becomes of an error.

Nothing heavy is imported here or at the top of a command's file: `govgraph --help` answers within 0.3 s.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer

from govgraph import __version__
from govgraph.cli import (
    build,
    cite,
    conflicts,
    diff,
    evaluate,
    explain,
    export,
    extract,
    find,
    infer,
    judge,
    map,
    merge,
    push,
    query,
    reconcile,
    rehydrate,
    remove,
    report,
    serve,
    site,
    sources,
    suggest,
    timeline,
    trace,
    validate,
    versions,
    view,
    watch,
    who,
)
from govgraph.cli.console import Exit, Session, error_line, note, result
from govgraph.cli.helping import Command, Group
from govgraph.cli.messages import Lang, text, use_lang
from govgraph.cli.translated import translated
from govgraph.errors import AddressError, GovgraphError, InputError, NotFoundError, QueryError, UnknownTermError

app = typer.Typer(
    name="govgraph",
    cls=Group,
    help=text("app.help"),
    rich_markup_mode=None,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_COMMANDS: dict[str, Callable[..., int]] = {
    "build": build.command,
    "watch": watch.command,
    "extract": extract.command,
    "query": query.command,
    "export": export.command,
    "view": view.command,
    "map": map.command,
    "site": site.command,
    "report": report.command,
    "push": push.command,
    "serve": serve.command,
    "validate": validate.command,
    "explain": explain.command,
    "trace": trace.command,
    "cite": cite.command,
    "find": find.command,
    "who": who.command,
    "timeline": timeline.command,
    "diff": diff.command,
    "conflicts": conflicts.command,
    "infer": infer.command,
    "suggest": suggest.command,
    "versions": versions.command,
    "judge": judge.judge,
    "reject": judge.reject,
    "assert": judge.assert_,
    "remove": remove.command,
    "merge": merge.command,
    "sources": sources.command,
    "reconcile": reconcile.command,
    "rehydrate": rehydrate.command,
    "evaluate": evaluate.command,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, cls=Command, help=text(f"{_name}.help"))(_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        result(f"govgraph {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    lang: Annotated[Lang | None, typer.Option("--lang", help=text("app.lang"), envvar="GOVGRAPH_LANG")] = None,
    debug: Annotated[bool, typer.Option("--debug", help=text("app.debug"))] = False,
    version: Annotated[
        bool, typer.Option("--version", help=text("app.version"), callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    if lang is not None:
        use_lang(lang)
    Session.debug = debug


def _global_options_first(arguments: Sequence[str]) -> list[str]:
    """`--lang` and `--debug` are understood after the command too."""
    first: list[str] = []
    rest: list[str] = []
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "--":
            rest += [argument, *left]
            break
        if argument == "--debug" or argument.startswith("--lang="):
            first.append(argument)
        elif argument == "--lang" and left:
            first += [argument, left.pop(0)]
        else:
            rest.append(argument)
    return first + rest


def main(arguments: Sequence[str]) -> int:
    """Run a command line; nothing is raised but what ends the process from outside.

    Returns:
        0 done, 1 done with findings, 2 usage, 3 a stage failed, 130 interrupted.
    """
    Session.debug = "--debug" in arguments
    try:
        code = app(args=_global_options_first(arguments), prog_name="govgraph", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit) as end:
        # typer makes the exit code 1 of a reader that has gone
        if not isinstance(end, BrokenPipeError) and not isinstance(end.__context__, BrokenPipeError):
            raise
        _close_broken_pipe()
        return Exit.DONE
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _failed(error)
    return int(code or 0)


def _failed(error: Exception) -> int:
    if Session.debug and not _is_usage(error):
        traceback.print_exception(error)
    if _is_usage(error):
        message = error.format_message() if hasattr(error, "format_message") else str(error)
        context = getattr(error, "ctx", None)
        if message.startswith("Missing command") and context is not None:
            note(context.get_help())
        told = translated(message.replace("Value error, ", "").removeprefix("Invalid value: ")).rstrip(".")
        wanted = getattr(getattr(error, "param", None), "help", None)
        if wanted and type(error).__name__ == "MissingParameter":
            told = f"{told}: {wanted.rstrip('.')}"
        folder = _graph_folder(message, context)
        if folder is not None:
            told = text("usage.graph", message=told, folder=folder)
        error_line(text("usage", message=told, command=getattr(context, "command_path", "govgraph")))
        return Exit.USAGE
    if isinstance(error, GovgraphError):
        error_line(translated(str(error)))
        if isinstance(error, (InputError, QueryError, AddressError, UnknownTermError)):
            return Exit.USAGE
        return Exit.FINDINGS if isinstance(error, NotFoundError) else Exit.FAILED
    if isinstance(error, OSError) and error.strerror:
        # a full disk, a cable pulled: nothing that a report of the program's would mend
        error_line(text("system", where=error.filename or text("system.output"), reason=translated(error.strerror)))
        return Exit.FAILED
    error_line(text("unexpected", kind=type(error).__name__, message=str(error) or "-"))
    return Exit.FAILED


def _graph_folder(message: str, context: Any) -> str | None:
    """The folder that a command was given without its `--graph`."""
    rest = message.rpartition("(")[2].rstrip(").")
    options = {name for one in getattr(getattr(context, "command", None), "params", ()) for name in one.opts}
    extra = message.startswith("Got unexpected extra argument") and "--graph" in options
    return rest if extra and rest and Path(rest).is_dir() else None


def _is_usage(error: Exception) -> bool:
    # typer's own class for wrong usage is no public name of it, in newer versions not even click's
    return any(base.__name__ == "ClickException" for base in type(error).__mro__)


def _close_broken_pipe() -> None:
    """The reader has gone (`| head`); keep the interpreter from complaining as it flushes at the end."""
    void = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(void, stream.fileno())
        except (OSError, ValueError):
            continue


def _ended(number: int, frame: FrameType | None) -> NoReturn:
    # an exception unwinds the build, which removes what it has written aside
    raise SystemExit(128 + number)


def run() -> NoReturn:
    """Entry point of the `govgraph` command."""
    signal.signal(signal.SIGTERM, _ended)
    for stream in (sys.stdout, sys.stderr):
        # article text holds characters that a terminal's encoding may lack
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
