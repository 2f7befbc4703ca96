"""Spanish words around a date that say how it is meant."""

from __future__ import annotations

from extractor.dates.languages.shared import cues_of, fold_of

SPANISH_CUES = cues_of(
    fold_of({"á": "á", "ó": "ó"}),  # `llegó`, not `cargo`; `llegará`, not `para`
    before={
        "until": "hasta,a más tardar,antes de fin de",
        "before": "en vísperas de,en vísperas del,antes de,antes del,previo a,previo al",
        "since": "desde",
        "not_before": "no antes de,no antes del,a partir de,no más temprano de,a partir,a contar",
        "after": "después de,después del,tras",
    },
    fillers="el la los las de del día en alrededor aproximadamente cerca sobre",
    approximate="alrededor aproximadamente cerca hacia sobre",
    begin="empezó comenzó inició arrancó",
    close="terminó acabó concluyó finalizó duró hasta",
    brief="reunión partido sesión discurso marcha votación debate ceremonia concierto",
    negations="no nunca sin",
    plan=(
        "va a,van a,prevé,prevén,planea,planean,debe,deben,"
        "tiene que,espera,esperan,se espera,será,"
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
    present=(
        "empieza,empiezan,comienza,comienzan,inicia,arranca,abre,abren,cierra,cierran,termina,"
        "viaja,viajan,llega,llegan,visita,visitan,celebra,celebran,vota,votan,juega,juegan,"
        "se reúne,se reúnen,se enfrenta,recibe,reciben,sale,salen,vuelve,vuelven,entra,vence"
    ),
    contrast="pero",
    backshift="estaba estaban había habían",
    soft_plan=(
        "previsto,prevista,previstos,previstas,programado,programada,programados,programadas,"
        "debía,debían,iba a,iban a"
    ),
    orders="ordenó ordenaron pidió instó exigió plazo ultimátum dio",
    subordinators="que cuando porque mientras",
    clause_break="que y pero cuando porque mientras",
)
