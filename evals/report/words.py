"""Numbers as people read them, the same in every form of the report."""

from __future__ import annotations

from evals.scorefile import F1, RunInfo, Score

WORST_ARTICLES = 10
FEW_ARTICLES = 5
"""A slice of fewer articles says little; it is marked."""

ARTICLES_FOR_AN_INTERVAL = 2

FLOOR_MISSING = "No floor: no score of the rules engine on the same corpus was given beside it."


def number(value: float | None) -> str:
    """Three digits; a dash for what could not be judged."""
    return "–" if value is None else f"{value:.3f}"


def interval(score: F1) -> str:
    """The 95 % interval, `0.741 to 0.868`."""
    return f"{score.ci95[0]:.3f} to {score.ci95[1]:.3f}" if score.ci95 else "–"


def headline(score: Score) -> str:
    """One sentence: how good, how sure, on what, by what."""
    what = score.run.engine or "This run"
    corpus, event, dated = score.corpus, score.metrics.event, score.metrics.event_date
    if corpus is None or event is None or dated is None:
        grounding = score.metrics.grounding
        return (
            f"{what}: {grounding.verbatim} of {grounding.n} events are verbatim in their article, "
            f"{grounding.supported} have all names and date words there; without a corpus, "
            "nothing more can be told."
        )
    sure = f" (95 %: {interval(dated)})" if dated.ci95 else ""
    return (
        f"{what}: event and date F1 {number(dated.f1)}{sure}, event F1 {number(event.f1)}, on "
        f"{count(corpus.articles, 'article')} with {count(corpus.gold_events, 'gold event')}."
    )


def count(amount: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{amount:,} {noun}" if amount == 1 else f"{amount:,} {noun}s"


def notes(score: Score) -> list[str]:
    """What a reader has to know before believing the numbers."""
    found = []
    if score.run.complete is False:
        found.append("The run is not complete.")
    unread = [a for a in score.articles if a.status in ("failed", "missing")]
    if unread:
        missed = sum(article.fn for article in unread)
        found.append(
            f"{count(len(unread), 'article')} failed or missing in the run; all "
            f"{count(missed, 'event')} of theirs are counted as missed."
        )
    found += _of_events_file(score)
    if score.articles and len(unread) == len(score.articles):
        found.append("Nothing was read: the score tells of failures, not of answers.")
    found += _of_texts(score.run)
    if score.corpus and score.corpus.articles < ARTICLES_FOR_AN_INTERVAL:
        found.append("Not enough articles for a 95 % interval: it takes two.")
    if score.corpus and not score.corpus.gold_events:
        found.append("No gold event counts in this corpus: recall cannot be judged.")
    return found


def _of_events_file(score: Score) -> list[str]:
    """Of an events file alone nobody can tell whether it names nothing or was never read."""
    silent = [article for article in score.articles if article.status == "no_events"]
    if not silent:
        return []
    missed = count(sum(article.fn for article in silent), "event")
    if len(silent) == len(score.articles):
        return [f"The events file has no event of this corpus; all {missed} count as missed."]
    articles = count(len(silent), "article")
    return [f"No event of {articles} is in the events file; {missed} of theirs count as missed."]


def _of_texts(run: RunInfo) -> list[str]:
    """What the pairing of events could not rest on."""
    found = []
    if run.changed_texts:
        found.append(
            f"Read in another text than the labelled one: {count(run.changed_texts, 'article')}."
        )
    if run.unplaced_gold or run.unplaced_events:
        found.append(
            f"Evidence without a place in the text: {count(run.unplaced_gold, 'gold event')}, "
            f"{count(run.unplaced_events, 'event')} of the run; these are paired by wording and "
            "names alone."
        )
    return found


def outside(score: Score) -> str | None:
    """What the run holds beside the corpus."""
    if not score.run.outside_articles:
        return None
    events = count(score.run.outside_events, "event")
    articles = count(score.run.outside_articles, "article")
    return f"Ignored: {events} of {articles} outside the corpus."
