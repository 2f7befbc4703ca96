"""Spanish words around a date that say how it is meant."""

from __future__ import annotations

from extractor.dates.languages.shared import cues_of, fold_of

SPANISH_CUES = cues_of(
    fold_of(),
    before={
        "until": "hasta,a más tardar,antes de fin de",
        "before": "antes de,antes del,previo a,previo al",
        "since": "desde,a partir,a contar",
        "after": "después de,después del,tras",
    },
    fillers="el la los las de del día en alrededor aproximadamente cerca sobre",
    approximate="alrededor aproximadamente cerca hacia sobre",
    begin="empezó comenzó inició arrancó",
    close="terminó acabó concluyó finalizó duró hasta",
    brief="reunión partido sesión discurso marcha votación debate ceremonia concierto",
    negations="no nunca sin",
    plan=(
        "va a,van a,prevé,prevén,previsto,prevista,previstos,previstas,planea,planean,debe,deben,"
        "tiene que,programado,programada,programados,programadas,espera,esperan,se espera,será,"
        "serán,habrá,próximo,próxima,podría,podrían,plazo"
    ),
    plan_endings="ará erá irá arán erán irán",
    not_plan="irán",
    report="dijo anunció informó declaró señaló afirmó explicó indicó confirmó denunció agregó",
    past=(
        "fue fueron era eran estaba estaban había habían ha han hubo hizo hicieron tuvo pudo "
        "murió murieron vino dio dieron puso llegó"
    ),
    past_endings="aron ieron ó",
    not_past="",
    clause_break="que y pero cuando porque mientras",
)
