"""Words around the clock time of a message header, in the languages of phones.

A 12-hour clock writes "pm", "nachm." or "凌晨" beside the hour. Every such word means twelve hours
of the day in a row; the table says with which hour those begin. It follows the day periods of the
Unicode locale data (CLDR 47: names of the periods and the hours at which they start).
"""

from __future__ import annotations

import re
import unicodedata

# Left and right marks, embeddings, isolates, the Arabic letter mark and the byte order mark: they
# steer the direction of a line and are no part of a name or a time.
MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
# Every blank that phones put into a header; U+202F before AM and PM since 2023.
BLANKS = " \t\u00a0\u2000-\u200a\u202f\u3000"

_NOT_LETTERS = re.compile(rf"[{BLANKS}{MARKS}.,،;()'’´`/\-–—]+")
# Written inside a word and not a part of it: the strokes of a Hebrew abbreviation, and the signs
# of no width that join or part letters.
_INSIDE = re.compile('["״׳\u200b-\u200d\u00ad]')
_LONGEST_WORD, _MOST_WORDS = 16, 3  # more is text, not a part of the day

# Beside date or time, and no part of the day: "klo 21.25", "à 18:00", "22 h 41", "22:41 ч."
_BESIDE = (
    "klo kl klock at à às as alle ore um uhr u om ob la le o г ч h hodź min s sek с ga нд da "
    "日 일 时 時 시 分 분 秒 초 "
    "ad be ce ah พศ คศ ه هـ ش"  # eras: "13/2/2567 BE, 10:30 AM"
)
_CONNECTORS = frozenset(_BESIDE.split())

_BEGINS: dict[int, str] = {
    0: (
        "aamulla aamup aamupäivällä alfajiri am ap asubuhi aðmorgni aðnóttu damadrugada damanhã "
        "damañá de delamadrugada delamañana delanuit dienag dieoggend dimattina dimineața dinotte "
        "dop dopol dopoldan dopoledne dopoludnia dumat dumatin délelőtt ekuseni emëngjesit enatës "
        "entathakusa eparadites ertalab fh fm form gecə gh goizald goizaldeko goizeko goöň "
        "günortadanöň hajnal hommikul inthemorning jutro madaling-araw madrugada mat matin "
        "matinada matí mañana morg morgens nachts naktis natt ngumaga norīta omformiddagen "
        "ommorgenen omnatten pagi pd pg priekšp priekšpusdienā priešpiet prijepodne "
        "przedpołudniem påformiddagen påförm påförmiddagen påmorg påmorgenen påmorgonen pånatta "
        "pånatten rano reggel rn rytas ráno sa sabah subah sáng sübh səhər tengahmalam to ujutro "
        "ujutru vm vorm vormittags yb ybore zjut zjutraj öö öğledenönce πμ πρωί τοπρωί ам "
        "апоўначы дп наутро ночі ноќе преподне претпл претпладне пријеподне проб ранку сутринта "
        "сүбһ сәһәр таңкы таңғы то тң утра ујутру эрталаб эртеңменен јутро ҝеҹә үө өглөө "
        "առավոտյան գիշերը գիշերվա בבוקר בוקר לפנותבוקר بامداد تاڭعى تد ص صباحًا صبح صبحمیں غم "
        "فجرًا فيالصباح فيالمساء قبلازظهر قظ ل ليلاً نیمهشب چب چۈشتىنبۇرۇن पहाट पूर्वाह्न बिहान "
        "सकाळ सुबह सुबुहजा ভোর ভোরবেলায় সকাল সকালবেলায় ਪੂਦੁ ਸਵੇਰੇ સવારે அதிகாலை காலை ఉదయం "
        "ಬೆಳಗ್ಗೆ പുലർച്ചെ രാവിലെ උදේ පාන්දර පෙව මැදියමටපසු ก่อนเที่ยง ในตอนเช้า ກ່ອນທ່ຽງ ຕອນເຊົ້າ "
        "နံနက် დილ დილით በሌሊት ጥዋት នៅពេលព្រឹក ᠦ᠂ᠥ ’snachts ’sochtends 上午 凌晨 午前 早上 朝 朝早 "
        "清晨 아침 오전 새벽 לפנהצ म.पू. "
        # Midnight, which some phones write out beside 12:00.
        "midnight mitternacht medianoche minuit mezzanotte meia-noite middernacht полночь північ "
        "полунощ geceyarısı opółnocy północ půlnoc polnoc opolnoci midnatt midnat keskiyö "
        "keskiyöllä éjfél miezulnopții lamiezulnopții μεσάνυχτα ponoć поноћ opolnoči mitjanit "
        "gauerdia חצות منتصفالليل आधीरात मध्यरात्रि मध्यरात्र মধ্যরাত நள்ளிரவு అర్ధరాత్రి "
        "അർദ്ധരാത്രി મધ્યરાત્રિ آدھیرات hatinggabi nửađêm เที่ยงคืน 午夜 半夜 真夜中 자정"
    ),
    6: ("emini"),
    7: ("siang наобяд"),
    9: ("kunduzi кундузи"),
    12: (
        "abends akşam akşamüstü apm après-midi arrats arratsaldeko atnight axşam axşamüstü "
        "aðkvöldi ch chiều danoite datarde delanoche delatarde delpomeriggio del’apm "
        "del’après-midi dieaand diemiddag dipomeriggio disera domediodía dopahar du după-amiaza "
        "dusoir délután ebusuku eguerd eguerdiko eh em embrëmjes epasdites este etterm gaueko gd "
        "gosoň gündüz günortadansoň illalla iltap iltapäivällä iluntz iluntzeko in intheafternoon "
        "intheevening ip jioni kechqurun kveld malam mchana md migdia mittags nachm nachmittags "
        "navečer nggabi nghapon nit nm noche ntambama odp odpoledne omaftenen omeftermiddagen "
        "petang pm pop popiet popietė popod popodne popol popoldan popoludní popołudniu "
        "poslijepodne ptg pärastlõunal påefterm påeftermiddagen påettermiddagen påkvelden "
        "påkvällen pēcp pēcpusd pēcpusdienā seara shaam soir sore síðdegis tarda tarde tengahhari "
        "tk tối uveče vakaras vakarā vesprada vespre več veče večer wieczorem yh yprynhawn yrhwyr "
        "zveč zvečer õhtul ös öğledensonra απόγ μεσημ μμ τοαπόγευμα τομεσημέρι апоўдні ахшам "
        "ахшамүстү вече вечера вечерта вечора дня кечинде кечқурун кешкі навечер орой пм попл "
        "попладне попод поподне послијеподне пп следобед слоб тк түстенкейінгі түштөнкийин "
        "түштөнкийинки увече уподне ҝүндүз үх өдөр երեկոյան ցերեկը ցերեկվա אחרהצהריים בערב "
        "בצהריים ערב צהריים بظ بعدازظهر بعدازچاشت بعدالظهر تك تۇستەنكەيىنگى دوپہر دوپہرمیں سہپہر "
        "شام شاممیں شب ظهر ظهرًا عصر غو كەش كەشى م مساءً چك چۈشتىنكېيىن अपरान्ह अपराह्न दुपार "
        "दोपहर बेलुकी शाम शामजा संध्याकाळ साँझ দুপুর দুপুরবেলায় বিকাল সন্ধ্যা সন্ধ্যাবেলায় "
        "ਦੁਪਹਿਰੇ ਬਾਦੁ ਸ਼ਾਮੀਂ બપોરે સાંજે அந்திமாலை பிற்பகல் மதியம் மாலை మధ్యాహ్నం సాయంత్రం "
        "ಮಧ್ಯಾಹ್ನ ಸಂಜೆ ഉച്ചതിരിഞ്ഞ് ഉച്ചയ്ക്ക് വൈകുന്നേരം സന്ധ്യ දවල් පව රෑ හවස ค่ำ บ่าย "
        "หลังเที่ยง ในตอนบ่าย ในตอนเย็น ຕອນບ່າຍ ຕອນແລງ ຫຼັງທ່ຽງ ည ညနေ နေ့လယ် ნაშუადღ ნაშუადღევს "
        "საღ საღამოს በምሽት ከሰዓት នៅពេលយប់ នៅពេលរសៀល នៅពេលល្ងាច ᠦ᠂ᠬᠣ ’savonds ’smiddags 下午 下昼 下晝 "
        "中午 午後 夕方 傍晚 夜 昼 오후 저녁 אחהצ म.उ. "
        # Noon, which some phones write out beside 12:00.
        "noon mittag mediodía delmediodía midi mezzogiorno meio-dia полдень полудень пладне öğle "
        "wpołudnie południe poledne napoludnie middag keskipäivä keskipäivällä dél amiază laamiază "
        "μεσημέρι podne подне opoldne migdia eguerdi ظهرًا मध्याह्न मध्यान्ह நண்பகல் "
        "tanghaling-tapat trưa เที่ยง 正午 정오"
    ),
    17: ("രാത്രി"),
    18: ("晚上 夜晚 raat usiku βράδυ τοβράδυ رات راتمیں रात রাত্রি রাত্রিবেলায় રાત્રે இரவு 밤"),
    19: ("ponoći vn vnoci éjjel đêm ночи презнощта בלילה לילה रात्र ਰਾਤੀਂ ກາງຄືນ ຕອນກາງຄືນ ღამ ღამით"),
    20: (
        "gece kechasi noaptea noću ponoči wnocy yöllä öösel кечаси ноћу түнгі түничинде шөнө "
        "تۇنگى రాత్రి ರಾತ್ರಿ กลางคืน 夜中"
    ),
    21: ("naktī"),
}


def words_beside_time(text: str) -> list[str]:
    """Return the words of `text` as the table writes them: small, without dots and marks."""
    folded = _INSIDE.sub("", unicodedata.normalize("NFC", text).casefold())
    return [word for word in _NOT_LETTERS.split(folded) if word]


PERIODS: dict[str, int] = {
    "".join(words_beside_time(word)): first_hour
    for first_hour, words in _BEGINS.items()
    for word in words.split()
}


def part_of_day(words: list[str]) -> str:
    """Return what `words` beside a time say of the day: a key of `PERIODS`, or nothing, or others.

    "p", "m" make "pm". Words that no table has come with blanks between them. Raises ValueError
    for so many that no clock writes them.
    """
    joined = "".join(words)
    if joined in PERIODS:
        return joined
    rest = [word for word in words if word not in _CONNECTORS]
    joined = "".join(rest)
    if joined in PERIODS or not rest:
        return joined
    if len(rest) > _MOST_WORDS or len(joined) > _LONGEST_WORD or not _spells(joined):
        raise ValueError(joined)
    return " ".join(rest)


def hour_of_day(hour: int, first_hour: int) -> int:
    """Return the hour 0 to 23 that a 12-hour clock means within twelve hours from `first_hour`."""
    return ((hour - first_hour) % 12 + first_hour) % 24


def _spells(word: str) -> bool:
    """Tell whether a word is made of letters and the marks that belong to letters."""
    return all(unicodedata.category(sign)[0] in "LM" for sign in word)
