"""Turkish words around a date that say how it is meant; most of them stand after it."""

from __future__ import annotations

from extractor.dates.languages.shared import cues_of, fold_of

TURKISH_FOLD = fold_of({"ı": "i"})

TURKISH_CUES = cues_of(
    TURKISH_FOLD,
    before={"until": "en geç", "not_before": "en erken"},
    after={
        "until": (
            "kadar,a kadar,e kadar,ya kadar,ye kadar,na kadar,ne kadar,gününe kadar,tarihine kadar,"
            "a dek,e dek,dek"
        ),
        "since": (
            "beri,den beri,dan beri,ten beri,tan beri,bu yana,den bu yana,dan bu yana,ten bu yana,"
            "tan bu yana,itibaren,den itibaren,dan itibaren,ten itibaren,tan itibaren"
        ),
        "before": "den önce,dan önce,ten önce,tan önce,önce,öncesinde",
        "after": "den sonra,dan sonra,ten sonra,tan sonra,sonra,sonrasında",
    },
    fillers="tarihi tarihinden yaklaşık",
    approximate="yaklaşık",
    plan="planlıyor,planlanıyor,bekleniyor,öngörülüyor,hedefliyor,gerekiyor",
    plan_endings="acak ecek acaktır ecektir acaklar ecekler acağı eceği acağını eceğini",
    not_plan="gelecek yiyecek içecek",
    report="söyledi açıkladı bildirdi belirtti duyurdu ifade aktardı",
    past="idi olan edilen",
    past_endings="dı di du dü tı ti tu tü dılar diler tılar tiler mıştı mişti muştu",
    not_past="kendi şimdi haydi yedi hadi iki altı",
    verb_last=True,
    contrast="ama ancak fakat",
    soft_plan="planlanan,beklenen",
    clause_break="ve ama ancak fakat",
)
