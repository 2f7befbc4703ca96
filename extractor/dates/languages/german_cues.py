"""German words around a date that say how it is meant."""

from __future__ import annotations

from extractor.dates.languages.shared import cues_of, fold_of

GERMAN_CUES = cues_of(
    fold_of(),
    before={
        "until": (
            "bis einschließlich,bis spätestens,bis,bis zum,bis zur,bis ende,spätestens,"
            "spätestens am"
        ),
        "before": "vor,vor dem",
        "since": "seit,seit dem",
        "not_before": "frühestens,frühestens am,nicht vor,nicht vor dem,ab,ab dem",
        "after": "nach,nach dem",
    },
    fillers="am im in dem den der die das zum zur um etwa gegen ungefähr circa ca rund",
    approximate="etwa gegen ungefähr circa ca rund",
    begin="begann begonnen startete gestartet",
    close="endete beendet dauerte abgeschlossen bis",
    brief="sitzung treffen spiel rede abstimmung debatte konzert marsch",
    negations="nicht kein keine nie ohne",
    plan=(
        "wird,werden,soll,sollen,will,wollen,plant,planen,muss,müssen,"
        "kommende,kommenden,frist,könnte,könnten,dürfte,dürften"
    ),
    report="sagte teilte berichtete erklärte meldete kündigte bestätigte betonte hieß",
    past=(
        "war waren wurde wurden hatte hatten ist sind hat haben kam kamen ging gingen starb "
        "starben gab gaben fand fanden begann verlor traf trafen ließ blieb "
        "erschien schrieb rief schloss verließ griff schoss stieg fiel fielen zog zogen nahm "
        "nahmen brach brachen lag stand sprach trat fuhr flog hielt lief geriet "
        "entschied bekam sah schlug"
    ),
    past_endings="te",
    not_past=(
        "heute bitte seite seiten leute heiten kosten posten "
        "rechte gute letzte erste zweite dritte weite beste ganze "
        "sollte sollten wollte wollten könnte könnten dürfte müsste"
    ),
    verb_last=True,
    present=(
        "beginnt,beginnen,startet,starten,reist,reisen,kommt,kommen,fliegt,fliegen,trifft,"
        "tagt,tagen,tritt,treten,besucht,besuchen,empfängt,eröffnet,öffnet,öffnen,schließt,"
        "wählt,wählen,entscheidet,spielt,spielen,feiert,feiern,endet,enden,läuft,gilt,findet,"
        "finden,steht,stehen,geht,erwartet,berät,beraten,stimmt,morgigen,morgige,morgiger"
    ),
    contrast="aber doch jedoch",
    soft_plan="sollte,sollten,geplant,geplante,geplanten,vorgesehen,angesetzt,wollte,wollten",
    backshift="war waren",
    orders="aufgefordert aufforderte forderte ultimatum frist",
    subordinators="dass weil während nachdem als wenn",
    clause_break="dass und aber weil während nachdem als wenn",
)
