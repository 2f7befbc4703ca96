"""French words around a date that say how it is meant."""

from __future__ import annotations

from extractor.dates.languages.shared import cues_of, fold_of

FRENCH_CUES = cues_of(
    fold_of({"à": "à", "À": "à", "é": "é"}),  # not `a` of `avoir`, not `ferme`
    before={
        "until": "jusqu au,jusqu à,jusqu en,jusqu,au plus tard,d ici au,d ici à,d ici",
        "before": "avant,avant le",
        "since": "depuis",
        "not_before": "pas avant,pas avant le,au plus tôt,au plus tôt le,à partir,à compter",
        "after": "après",
    },
    fillers="le la les l du de des d au en à fin environ vers",
    approximate="environ vers",
    begin="commencé débuté démarré",
    close="terminé achevé fini conclu duré jusqu",
    brief="réunion match séance discours marche vote débat cérémonie concert",
    negations="pas ne jamais sans",
    plan=(
        "va,vont,prévoit,prévoient,doit,doivent,compte,comptent,"
        "devrait,devraient,prochain,prochaine,sera,seront,"
        "aura,auront,fera,feront,pourra,pourront,pourrait,pourraient,échéance"
    ),
    plan_endings="era eront ira iront dra dront vra vront",
    not_plan="caméra opéra libera littéra opera camera",
    report="dit annoncé indiqué déclaré affirmé précisé expliqué confirmé ajouté dénoncé rapporté",
    past=(
        "a ont avait avaient est sont était étaient fut furent ai eu été mort morts tué tués "
        "arrivé parti venu né"
    ),
    present=(
        "ouvre,ouvrent,commence,commencent,débute,débutent,ferme,ferment,arrive,arrivent,part,"
        "partent,rencontre,rencontrent,reçoit,reçoivent,visite,se rend,se rendent,vote,votent,"
        "joue,jouent,affronte,affrontent,entre,entrent,tient,tiennent,se réunit,se réunissent,"
        "reprend,reprennent,s achève,expire,comparaît"
    ),
    contrast="mais",
    backshift="était étaient",
    soft_plan=("prévu,prévue,prévus,prévues,attendu,attendue,programmé,programmée,devait,devaient"),
    orders="ordre ordonné demandé sommé ultimatum exigé",
    subordinators="que qui lorsque quand car",
    clause_break="que qui et mais lorsque quand alors car",
)
