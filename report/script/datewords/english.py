"""How dates are said in English, British and American."""

from __future__ import annotations

from typing import Final

from report.script.datewords.lexicon import Lexicon, months, numbered, phrases, words

_GREGORIAN = (
    "January/Jan/Jan. · February/Feb/Feb. · March/Mar/Mar. · April/Apr/Apr. · May · June/Jun. · July/Jul."
    " · August/Aug/Aug. · September/Sept/Sep/Sept./Sep. · October/Oct/Oct. · November/Nov/Nov. · December/Dec/Dec."
)
_HIJRI = (
    "Muharram · Safar · Rabi' I/Rabi al-Awwal/Rabi' al-Awwal/Rabi al Awwal · Rabi' II/Rabi al-Thani/Rabi' al-Thani"
    "/Rabi al-Akhir · Jumada I/Jumada al-Ula/Jumada al-Awwal · Jumada II/Jumada al-Akhira/Jumada al-Thani"
    " · Rajab · Sha'ban/Shaban · Ramadan · Shawwal · Dhu al-Qa'da/Dhu al-Qadah/Dhu'l-Qa'da/Dhul-Qadah/Dhu al-Qi'dah"
    " · Dhu al-Hijja/Dhu al-Hijjah/Dhu'l-Hijja/Dhul-Hijjah"
)
_SOLAR = "Farvardin · Ordibehesht · Khordad · Tir · Mordad · Shahrivar · Mehr · Aban · Azar · Dey · Bahman · Esfand"
_HEBREW = (
    "Tishri/Tishrei · Heshvan/Cheshvan/Marheshvan · Kislev · Tevet · Shevat/Shvat · Adar I · Adar/Adar II ·"
    " Nisan · Iyar"
    " · Sivan · Tammuz · Av · Elul"
)
_NUMBERS = (
    "first · second · third · fourth · fifth · sixth · seventh · eighth · ninth · tenth · eleventh · twelfth"
    " · thirteenth"
    " · fourteenth · fifteenth · sixteenth · seventeenth · eighteenth · nineteenth · twentieth ·"
    " twenty-first/twenty first"
    " · twenty-second/twenty second · twenty-third/twenty third · twenty-fourth/twenty fourth ·"
    " twenty-fifth/twenty fifth"
    " · twenty-sixth/twenty sixth · twenty-seventh/twenty seventh · twenty-eighth/twenty eighth"
    " · twenty-ninth/twenty ninth · thirtieth · thirty-first/thirty first"
)

LEXICON: Final = Lexicon(
    months={
        **months("solar", _SOLAR), **months("hebrew", _HEBREW), **months("hijri", _HIJRI),
        **months("gregorian", _GREGORIAN),
    },
    weak=phrases(
        "March · May · August · April · June · Mar · Jan · Tir · Mehr · Aban · Azar · Dey · Bahman · Av ·"
        " Adar · Nisan · Sivan"
        " · Elul · Ramadan · Rajab · Safar · Tammuz · Sep · Shevat · Esfand · Iyar"
    ),
    treacherous=phrases("Dey · Tir · Mehr · Av"),
    ordinals=numbered(_NUMBERS),
    weekdays=phrases("Saturday · Sunday · Monday · Tuesday · Wednesday · Thursday · Friday"),
    days=words("on the day night morning evening"),
    links=words("of th st nd rd"),
    month_words=words("month"),
    leads=words(
        "in of since until till by from during early late mid last next that this to before after through"
        " between"
    ),
    year_links=words("of the year in"),
    cues=phrases(
        "year · years · AD · A . D . · treaty of · revolution of · war of · election of · elections of · coup"
        " of · act of · constitution of · agreement of · battle of"
    ),
    hints=words(
        "throughout in since until till by from to before after during of between circa around about c"
        " through early late mid"
    ),
    tails=phrases(
        "convention · accord · pact · protocol · invasion · siege · vote · election · elections · revolution"
        " · treaty · constitution · presidential · census · season · agreement"
        " · coup · mission · crisis · war · flood · earthquake · famine · olympics · accords · hostage ·"
        " uprising · campaign · edition"
    ),
    counted=words(
        "tomans volunteers applicants spectators calories delegates steps men women soldiers"
        " people persons children students km kilometres kilometers metres meters miles feet kg kilograms"
        " grams tons tonnes"
        " dollars pounds euros rials pages books copies lines houses villages towns cities ships aircraft"
        " tanks times degrees"
        " points words documents letters acres votes seats workers pieces cars million thousand percent per"
        " troops prisoners"
        " hostages residents families cases trees items members volumes schools words verses rupees"
    ),
    units=words("year day days night nights week weeks month months hour hours minute minutes second seconds years"),
    eras={
        **dict.fromkeys(phrases("AD · CE · A . D . · C . E ."), "gregorian"),
        **dict.fromkeys(phrases("AH · A . H ."), "hijri"),
        **dict.fromkeys(phrases("SH · AP"), "solar"),
        **dict.fromkeys(phrases("AM"), "hebrew"),
        **dict.fromkeys(phrases("BC · BCE · B . C ."), "bc"),
    },
    seasons=numbered("spring · summer · autumn/fall · winter", 21),
    parts={
        **dict.fromkeys(phrases(
            "early · early in · the beginning of · the start of · beginning of · start of"
        ), "early"),
        **dict.fromkeys(phrases("mid · mid- · the middle of · middle of"), "mid"),
        **dict.fromkeys(phrases("late · late in · the end of · end of"), "late"),
    },
    about=phrases("about · around · circa · c . · c · approximately · roughly"),
    to=words("to until till through"),
    between=words("between"),
    also=words("and"),
    decades=words("decade"),
    decade_tails=words("s"),
    capital=True,
    month_first=True,
)  # fmt: skip
