"""Words that tell of each incident type of MUC-4, in running text.

A plain vocabulary, made from the names and definitions of the types in the task documentation;
it decides nothing about who, where or when.
"""

from __future__ import annotations

import re

_WORDS = {
    "KIDNAPPING": r"kidnap\w*|abduct\w*|hostages?|captives?|ransom",
    "HIJACKING": r"hijack\w*",
    "BOMBING": (
        r"bomb\w*|explo[ds]\w*|dynamit\w*|blast\w*|detonat\w*|(?:blown?|blowing|blew) up|mines?"
    ),
    "ARSON": r"arson\w*|burn\w*|torch\w*|fires?",
    "ROBBERY": r"rob(?:s|bed|bing|bery|beries)?|stole\w*|steal\w*|loot\w*|sack(?:ed|ing)?",
    "FORCED WORK STOPPAGE": r"stoppages?|strikes?|paralyz\w*",
    "ATTACK": (
        r"attack\w*|assault\w*|kill\w*|murder\w*|assassin\w*|massacre\w*|execut(?:ed|ion)\w*"
        r"|shoot\w*|shot|gunned|machinegun\w*|ambush\w*|wound\w*|injur\w*|dead|deaths?|die[sd]?"
        r"|sabotag\w*|destroy\w*|threat\w*|torture\w*|fired|shell(?:ed|ing)|raid\w*"
    ),
}
_PATTERNS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WORDS.items()}


def tells(words: str, incident: str) -> bool:
    """Whether the words have one for this incident type.

    An incident of any type may also be told as an attack.
    """
    pattern = _PATTERNS.get(incident)
    return bool(pattern and pattern.search(words)) or bool(_PATTERNS["ATTACK"].search(words))


def incident_type(words: str) -> str | None:
    """The type that the words tell of, the specific before ATTACK; None where there is none.

    ATTACK stands "only when a terrorist incident clearly does not fall into one of the other
    categories" (task documentation 7.5).
    """
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(words)), None)
