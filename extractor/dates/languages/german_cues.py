"""German words around a date that say how it is meant."""

from __future__ import annotations

from extractor.dates.languages.shared import cues_of, fold_of

GERMAN_CUES = cues_of(
    fold_of(),
    before={
        "until": "bis,bis zum,bis zur,bis ende,spätestens,spätestens am",
        "before": "vor,vor dem",
        "since": "seit,seit dem,ab,ab dem",
        "after": "nach,nach dem",
    },
    fillers="am im in dem den der die das zum zur um etwa gegen ungefähr circa ca rund",
    approximate="etwa gegen ungefähr circa ca rund",
    begin="begann begonnen startete gestartet",
    close="endete beendet dauerte abgeschlossen bis",
    brief="sitzung treffen spiel rede abstimmung debatte konzert marsch",
    negations="nicht kein keine nie ohne",
    plan=(
        "wird,werden,soll,sollen,sollte,sollten,will,wollen,plant,planen,geplant,muss,müssen,"
        "erwartet,vorgesehen,angesetzt,kommende,kommenden,frist,könnte,könnten,dürfte,dürften"
    ),
    report="sagte teilte berichtete erklärte meldete kündigte bestätigte betonte hieß",
    past=(
        "war waren wurde wurden hatte hatten ist sind hat haben kam kamen ging gingen starb "
        "starben gab gaben fand fanden begann verlor traf trafen ließ blieb"
    ),
    past_endings="te",
    not_past=(
        "heute bitte seite seiten leute heiten kosten posten "
        "rechte gute letzte erste zweite dritte weite beste ganze "
        "sollte sollten könnte könnten dürfte müsste"
    ),
    verb_last=True,
    clause_break="dass und aber weil während nachdem als wenn",
)
