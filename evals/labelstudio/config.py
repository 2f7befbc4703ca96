"""The labelling configuration (XML) that the exported tasks are made for."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from evals.labelstudio.form import FREE_TEXT, OPTIONAL, OTHER
from evals.labelstudio.names import EVENT, EVIDENCE, RELATION, SPAN, TEXT, UNPLACED

STATUSES = ("occurred", "ongoing", "planned", "denied")

_HINTS = {
    "title": "Title: who did what to whom",
    "date": "Date in EDTF: 2024-12-06, 2024-12, 2024-12-01/2024-12-05, ../2024-11-30; - for none",
    "date_text": "Words of the date",
    "date_also": "Other dates that count as right, one a line",
    "who": "Actors, one a line: agent: name | other name",
    "where": "Places, one a line: name < larger place | other name",
    "summary": "Summary",
    "attribution": "Whom the article names as the source of the claim",
    "notes": "Notes",
    OTHER: "Other (JSON; leave as it is)",
}
_ORDER = ("title", "date", "date_text", "date_also", "who", "where", *FREE_TEXT[1:], OTHER)


def labelling_config(kinds: Iterable[str]) -> str:
    """The XML, to be pasted into a project's labelling interface; `kinds` are those to choose.

    The style keeps every space as it is in the text: otherwise spaces are trimmed in what is saved.
    """
    fields = "\n".join(f"      {_textarea(field, _HINTS[field])}" for field in _ORDER)
    return f"""<View>
  <Style>.htx-text {{ white-space: pre-wrap; }}</Style>
  <Relations>
    <Relation value={quoteattr(RELATION)}/>
  </Relations>
  <Labels name={quoteattr(SPAN)} toName={quoteattr(TEXT)}>
    <Label value={quoteattr(EVENT)} background="#1f77b4"/>
    <Label value={quoteattr(EVIDENCE)} background="#ff7f0e"/>
  </Labels>
  <View style="display: flex">
    <View style="flex: 60%">
      <Text name={quoteattr(TEXT)} value="${TEXT}" granularity="word"
            saveTextResult="yes"/>
    </View>
    <View style="flex: 40%" visibleWhen="region-selected" whenTagName={quoteattr(SPAN)}
          whenLabelValue={quoteattr(EVENT)}>
{fields}
{_choices("kind", kinds)}
{_choices("status", STATUSES)}
{_choices(OPTIONAL, (OPTIONAL,))}
    </View>
  </View>
  <TextArea name={quoteattr(UNPLACED)} toName={quoteattr(TEXT)} editable="true" rows="2"
            placeholder="Events without words in the text (JSON, one an entry; leave as it is)"/>
</View>
"""


def _textarea(name: str, hint: str) -> str:
    return (
        f'<TextArea name={quoteattr(name)} toName={quoteattr(TEXT)} perRegion="true" '
        f'editable="true" placeholder={quoteattr(hint)}/>'
    )


def _choices(name: str, values: Iterable[str]) -> str:
    choices = "\n".join(f"        <Choice value={quoteattr(value)}/>" for value in values)
    single = "multiple" if name == OPTIONAL else "single"
    return (
        f'      <Choices name={quoteattr(name)} toName={quoteattr(TEXT)} perRegion="true" '
        f'choice="{single}" showInline="true">\n{choices}\n      </Choices>'
    )
