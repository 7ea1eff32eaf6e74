"""Tests of dates typed in Spanish words, as people from many countries type them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from logbook import i18n
from logbook.domain.moment import Moment, Precision
from logbook.errors import DateAmbiguous, DateError, DateNotUnderstood
from logbook.tasks.read_date import read_when, readings_of
from logbook.tasks.say_date import ask, explain, say_time, say_when

ZONE = "America/New_York"
NEW_YORK = ZoneInfo(ZONE)
NOW = datetime(2026, 11, 7, 14, 20, 33, tzinfo=NEW_YORK)  # a Saturday


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use_hours(24)
    i18n.use_language("en")


def all_of(words: str) -> list[str]:
    return [short(each.moment) for each in readings_of(words, now=NOW, zone=ZONE)]


def short(moment: Moment) -> str:
    """2026-11-07, 2026-11-07 14:00, ~2026-11-07 14:00, 2026-11-07 14:00/2026-11-07 16:30."""
    shape = "%Y-%m-%d %H:%M" if moment.has_time else "%Y-%m-%d"
    ends = [moment.start, moment.end]
    said = "/".join(each.strftime(shape) for each in ends if each is not None)
    return "~" + said if moment.precision is Precision.ABOUT else said


ONE_READING = {
    "ahora": "2026-11-07 14:20",
    "ahora mismo": "2026-11-07 14:20",
    "hoy": "2026-11-07",
    "ayer": "2026-11-06",
    "antes de ayer": "2026-11-05",
    "anteayer": "2026-11-05",
    "antier": "2026-11-05",
    "mañana": "2026-11-08",
    "pasado mañana": "2026-11-09",
    "mañana por la mañana": "2026-11-08 06:00/2026-11-08 12:00",
    "ayer a las 8 de la noche": "2026-11-06 20:00",
    "ayer a las ocho de la noche": "2026-11-06 20:00",
    "ayer a las 20:00": "2026-11-06 20:00",
    "ayer a las 20 h": "2026-11-06 20:00",
    "ayer a las 20 hrs": "2026-11-06 20:00",
    "ayer a las 8 p. m.": "2026-11-06 20:00",
    "ayer a las 8pm": "2026-11-06 20:00",
    "ayer a la 1 de la tarde": "2026-11-06 13:00",
    "ayer a las ocho y media de la noche": "2026-11-06 20:30",
    "ayer a las nueve menos cuarto de la noche": "2026-11-06 20:45",
    "ayer a las ocho y diez de la noche": "2026-11-06 20:10",
    "ayer a las nueve menos diez de la mañana": "2026-11-06 08:50",
    "diez para las nueve de la noche de ayer": "2026-11-06 20:50",
    "anoche": "2026-11-06 20:00/2026-11-07 04:00",
    "anoche a las 11": "2026-11-06 23:00",
    "anoche a las dos": "2026-11-07 02:00",
    "anoche a eso de las diez": "~2026-11-06 22:00",
    "anoche sobre las 12": "~2026-11-07 00:00",
    "antenoche": "2026-11-05 20:00/2026-11-06 04:00",
    "anteanoche": "2026-11-05 20:00/2026-11-06 04:00",
    "ayer por la noche": "2026-11-06 20:00/2026-11-07 04:00",
    "ayer en la noche": "2026-11-06 20:00/2026-11-07 04:00",
    "ayer de noche": "2026-11-06 20:00/2026-11-07 04:00",
    "ayer por la tarde": "2026-11-06 12:00/2026-11-06 20:00",
    "ayer al mediodía": "2026-11-06 12:00",
    "ayer a mediodía": "2026-11-06 12:00",
    "al mediodía": "2026-11-07 12:00",
    "mediodía": "2026-11-07 12:00",
    "medianoche": "2026-11-07 00:00",
    "a medianoche": "2026-11-07 00:00",
    "esta mañana": "2026-11-07 06:00/2026-11-07 12:00",
    "esta tarde": "2026-11-07 12:00/2026-11-07 14:20",
    "esta noche": "2026-11-07 20:00/2026-11-08 04:00",
    "hoy más temprano": "2026-11-07 00:00/2026-11-07 14:20",
    "hace un rato": "2026-11-07 00:00/2026-11-07 14:20",
    "el viernes": "2026-11-06",
    "el viernes pasado": "2026-11-06",
    "este viernes": "2026-11-06",
    "el pasado viernes": "2026-11-06",
    "el próximo viernes": "2026-11-13",
    "el viernes que viene": "2026-11-13",
    "el viernes por la noche": "2026-11-06 20:00/2026-11-07 04:00",
    "el viernes en la mañana": "2026-11-06 06:00/2026-11-06 12:00",
    "viernes a las 9 de la noche": "2026-11-06 21:00",
    "el lunes de la semana pasada": "2026-10-26",
    "hace dos días": "2026-11-05",
    "hace 3 días": "2026-11-04",
    "hace unos días": "~2026-11-04",
    "hace un par de días": "~2026-11-05",
    "hace una semana": "~2026-10-31",
    "hace dos semanas": "~2026-10-24",
    "hace quince días": "~2026-10-24",
    "hace un mes": "~2026-10-07",
    "hace dos meses": "~2026-09-07",
    "hace un año": "~2025-11-07",
    "hace dos horas": "~2026-11-07 12:20",
    "hace media hora": "~2026-11-07 13:50",
    "hace como dos horas": "~2026-11-07 12:20",
    "hace una hora y media": "~2026-11-07 12:50",
    "hace 10 minutos": "~2026-11-07 14:10",
    "dos días atrás": "2026-11-05",
    "3 de abril": "2026-04-03",
    "el 3 de abril": "2026-04-03",
    "3 de abril de 2026": "2026-04-03",
    "el 3 de abril del 2026": "2026-04-03",
    "3 abril 2026": "2026-04-03",
    "1 de mayo": "2026-05-01",
    "1º de mayo": "2026-05-01",
    "primero de mayo": "2026-05-01",
    "el primero de mayo": "2026-05-01",
    "el 1.º de mayo": "2026-05-01",
    "el día 5": "2026-11-05",
    "el 5": "2026-11-05",
    "el sábado 7 de noviembre": "2026-11-07",
    "sábado 7 de noviembre de 2026": "2026-11-07",
    "el 7 de noviembre a las 14:30": "2026-11-07 14:30",
    "el 7 de noviembre a las 2 y media de la tarde": "2026-11-07 14:30",
    "13/4": "2026-04-13",
    "7.11.2026": "2026-11-07",
    "7 nov 2026": "2026-11-07",
    "7 nov. 2026": "2026-11-07",
    "7 ago.": "2026-08-07",
    "7 sept 2026": "2026-09-07",
    "7 set 2026": "2026-09-07",
    "en primavera": "2026-03-01/2026-05-31",
    "en la primavera": "2026-03-01/2026-05-31",
    "la primavera pasada": "2026-03-01/2026-05-31",
    "el verano pasado": "2026-06-01/2026-08-31",
    "en verano de 2025": "2025-06-01/2025-08-31",
    "en el verano del 2025": "2025-06-01/2025-08-31",
    "en invierno": "2025-12-01/2026-02-28",
    "en otoño": "2026-09-01/2026-11-07",
    "a principios de marzo": "2026-03-01/2026-03-10",
    "a comienzos de marzo": "2026-03-01/2026-03-10",
    "a inicios de marzo": "2026-03-01/2026-03-10",
    "a mediados de marzo": "2026-03-11/2026-03-20",
    "a finales de marzo": "2026-03-21/2026-03-31",
    "a fines de marzo": "2026-03-21/2026-03-31",
    "en marzo": "2026-03-01/2026-03-31",
    "en marzo pasado": "2026-03-01/2026-03-31",
    "el marzo pasado": "2026-03-01/2026-03-31",
    "marzo de 2025": "2025-03-01/2025-03-31",
    "en 2019": "2019-01-01/2019-12-31",
    "el año pasado": "2025-01-01/2025-12-31",
    "este año": "2026-01-01/2026-11-07",
    "el mes pasado": "2026-10-01/2026-10-31",
    "este mes": "2026-11-01/2026-11-07",
    "la semana pasada": "2026-10-26/2026-11-01",
    "esta semana": "2026-11-02/2026-11-07",
    "el fin de semana pasado": "2026-10-31/2026-11-01",
    "el fin de semana": "2026-11-07",
    "este fin de semana": "2026-11-07",
    "el finde": "2026-11-07",
    "a eso de las 8 de la noche de ayer": "~2026-11-06 20:00",
    "ayer como a las 8 de la noche": "~2026-11-06 20:00",
    "ayer hacia las 8 de la noche": "~2026-11-06 20:00",
    "ayer cerca de las 8 de la noche": "~2026-11-06 20:00",
    "ayer alrededor de las 8 de la noche": "~2026-11-06 20:00",
    "ayer más o menos a las 8 de la noche": "~2026-11-06 20:00",
    "ayer aproximadamente a las 20:00": "~2026-11-06 20:00",
    "ayer casi a las 8 pm": "~2026-11-06 20:00",
    "ayer sobre las ocho de la noche": "~2026-11-06 20:00",
    "entre las 2 y las 4 de la tarde": "2026-11-07 14:00/2026-11-07 16:00",
    "ayer entre las 2 y las 4 de la tarde": "2026-11-06 14:00/2026-11-06 16:00",
    "ayer entre las dos y las cuatro de la tarde": "2026-11-06 14:00/2026-11-06 16:00",
    "de 2 a 4 de la tarde de ayer": "2026-11-06 14:00/2026-11-06 16:00",
    "ayer de las 2 a las 4 de la tarde": "2026-11-06 14:00/2026-11-06 16:00",
    "ayer desde las 2 hasta las 4 de la tarde": "2026-11-06 14:00/2026-11-06 16:00",
    "ayer de 14:00 a 16:30": "2026-11-06 14:00/2026-11-06 16:30",
    "ayer de 22:00 a 2:00": "2026-11-06 22:00/2026-11-07 02:00",
    "desde ayer a las 8 pm hasta hoy a las 2 am": "2026-11-06 20:00/2026-11-07 02:00",
    "desde ayer hasta hoy": "2026-11-06/2026-11-07",
    "entre el lunes y el miércoles": "2026-11-02/2026-11-04",
    "del lunes al miércoles": "2026-11-02/2026-11-04",
    "del 3 al 5 de noviembre": "2026-11-03/2026-11-05",
    "del 3 de octubre al 5 de noviembre": "2026-10-03/2026-11-05",
    "de junio a agosto de 2025": "2025-06-01/2025-08-31",
    "entre junio y agosto de 2025": "2025-06-01/2025-08-31",
    "entre el 3 y el 5 de noviembre": "2026-11-03/2026-11-05",
    "ayer por la mañana": "2026-11-06 06:00/2026-11-06 12:00",
    "de madrugada": "2026-11-07 00:00/2026-11-07 06:00",
    "ayer de madrugada": "2026-11-06 00:00/2026-11-06 06:00",
    "ayer en la madrugada": "2026-11-06 00:00/2026-11-06 06:00",
    "esta madrugada": "2026-11-07 00:00/2026-11-07 06:00",
    "a las 3 de la madrugada": "2026-11-07 03:00",
    "ayer a las 3 de la madrugada": "2026-11-06 03:00",
    "ayer a las 12 del día": "2026-11-06 12:00",
    "ayer a las 12 de la noche": "2026-11-07 00:00",
    "ayer a las 12 del mediodía": "2026-11-06 12:00",
    "hacia el sábado 7 de noviembre de 2026": "~2026-11-07",
    "sábado 7 de noviembre de 2026, hacia las 20:00": "~2026-11-07 20:00",
    "sábado 7 de noviembre de 2026, hacia las 20:00, con un margen de 2 horas": "~2026-11-07 20:00",
    "hacia el sábado 7 de noviembre de 2026, con un margen de 1 semana": "~2026-11-07",
    "ayer a las 8 de la noche, dos horas más o menos": "~2026-11-06 20:00",
    "1 de noviembre de 2026, 01:30 después del cambio de hora": "2026-11-01 01:30",
    "domingo 1 de noviembre de 2026, 01:30 antes del cambio de hora": "2026-11-01 01:30",
    "en Navidad": "2025-12-25",
    "un día de marzo": "2026-03-01/2026-03-31",
    "algún día de marzo": "2026-03-01/2026-03-31",
    "un martes de marzo": "2026-03-01/2026-03-31",
    "en la tarde del viernes": "2026-11-06 12:00/2026-11-06 20:00",
    "el viernes a la tarde": "2026-11-06 12:00/2026-11-06 20:00",
    "la noche del viernes": "2026-11-06 20:00/2026-11-07 04:00",
    "la mañana del 3 de abril": "2026-04-03 06:00/2026-04-03 12:00",
    "la tarde de ayer": "2026-11-06 12:00/2026-11-06 20:00",
    "a las 8:30 de la noche del viernes": "2026-11-06 20:30",
    "fue ayer": "2026-11-06",
    "ocurrió ayer a las 3 de la tarde": "2026-11-06 15:00",
    "pasó el viernes": "2026-11-06",
    "el próximo 3 de abril": "2027-04-03",
    "el 3 de abril próximo": "2027-04-03",
    "3 de abril pasado": "2026-04-03",
    "el pasado 3 de abril": "2026-04-03",
    "el 3 de diciembre próximo": "2026-12-03",
    "el quince de marzo": "2026-03-15",
    "treinta y uno de marzo": "2026-03-31",
    "la semana antepasada": "2026-10-19/2026-10-25",
    "antes de anoche": "2026-11-05 20:00/2026-11-06 04:00",
    "en Nochebuena": "2025-12-24",
    "ayer tarde": "2026-11-06 12:00/2026-11-06 20:00",
    "ayer noche": "2026-11-06 20:00/2026-11-07 04:00",
    "el viernes noche": "2026-11-06 20:00/2026-11-07 04:00",
    "8.30 de la noche de ayer": "2026-11-06 20:30",
    "ayer a las ocho en punto de la noche": "2026-11-06 20:00",
    "el 7 a las 8 de la noche": "2026-11-07 20:00",
    "entre el 3 de abril y el 5 de mayo": "2026-04-03/2026-05-05",
    "ayer de 8 a 10 y media de la noche": "2026-11-06 20:00/2026-11-06 22:30",
    "ayer a las 8 y pico de la noche": "~2026-11-06 20:00",
    "ayer a la 1 y media de la madrugada": "2026-11-06 01:30",
    "a las 21 h de ayer": "2026-11-06 21:00",
    "a la una y diez de la tarde de ayer": "2026-11-06 13:10",
    "mes de marzo": "2026-03-01/2026-03-31",
    "el mes de marzo de 2025": "2025-03-01/2025-03-31",
    "el viernes de la semana pasada a las 8 de la noche": "2026-10-30 20:00",
    "el próximo quince de mayo a las 3 de la tarde": "2027-05-15 15:00",
    "entre las 10 y las 12 del día de ayer": "2026-11-06 10:00/2026-11-06 12:00",
    "12 del mediodía": "2026-11-07 12:00",
    "el 12 del mes pasado": "2026-10-12",
    "el día 12 del mes pasado": "2026-10-12",
    "3 de la tarde del viernes": "2026-11-06 15:00",
    "viernes 3 de la tarde": "2026-11-06 15:00",
    "hacia las 01:00 del viernes": "~2026-11-06 01:00",
    "de noviembre": "2026-11-01/2026-11-30",
    "entre la una y las dos de la tarde de ayer": "2026-11-06 13:00/2026-11-06 14:00",
    "el 31 del mes pasado": "2026-10-31",
    "el 5 de este mes": "2026-11-05",
    "desde las 2 a las 4 de la tarde de ayer": "2026-11-06 14:00/2026-11-06 16:00",
    "ayer desde las 2 a las cuatro de la tarde": "2026-11-06 14:00/2026-11-06 16:00",
}


@pytest.mark.parametrize(("words", "expected"), ONE_READING.items())
def test_words_with_one_reading_give_it(words: str, expected: str) -> None:
    assert all_of(words) == [expected]


SEVERAL = {
    "ayer a la una": ["2026-11-06 01:00", "2026-11-06 13:00"],
    "ayer a las ocho y cuarto": ["2026-11-06 08:15", "2026-11-06 20:15"],
    "ayer a las 8 y veinte": ["2026-11-06 08:20", "2026-11-06 20:20"],
    "ayer a las nueve menos veinte": ["2026-11-06 08:40", "2026-11-06 20:40"],
    "cuarto para las nueve": ["2026-11-07 08:45", "2026-11-06 20:45", "2026-11-07 20:45"],
    "veinticinco para las tres de la tarde": ["2026-11-06 14:35", "2026-11-07 14:35"],
    "el viernes a medianoche": ["2026-11-06 00:00", "2026-11-07 00:00"],
    "7/11/2026": ["2026-11-07", "2026-07-11"],
    "3/4": ["2026-04-03", "2026-03-04"],
    "7-11-2026": ["2026-11-07", "2026-07-11"],
    "a eso de las ocho": ["~2026-11-07 08:00", "~2026-11-06 20:00", "~2026-11-07 20:00"],
    "entre las 2 y las 4": [
        "2026-11-07 02:00/2026-11-07 04:00",
        "2026-11-07 14:00/2026-11-07 16:00",
    ],
    "ayer de dos a cuatro": [
        "2026-11-06 02:00/2026-11-06 04:00",
        "2026-11-06 14:00/2026-11-06 16:00",
    ],
    "a las 5": ["2026-11-07 05:00", "2026-11-06 17:00", "2026-11-07 17:00"],
    "a las 5 de la tarde": ["2026-11-06 17:00", "2026-11-07 17:00"],
    "hacia las 20:00": ["~2026-11-06 20:00", "~2026-11-07 20:00"],
    "el 3/4": ["2026-04-03", "2026-03-04"],
    "entre las 8 y 10 de la noche": [
        "2026-11-06 20:00/2026-11-06 22:00",
        "2026-11-07 20:00/2026-11-07 22:00",
    ],
    "entre las 8 y media y las 9 de la noche": [
        "2026-11-06 20:30/2026-11-06 21:00",
        "2026-11-07 20:30/2026-11-07 21:00",
    ],
    "ayer a las 10 para las 9": ["2026-11-06 08:50", "2026-11-06 20:50"],
    "5 de la tarde": ["2026-11-06 17:00", "2026-11-07 17:00"],
    "8 de noviembre 9 pm": ["2025-11-08 21:00", "2026-11-08 21:00"],
    "ayer de 9 a 5": ["2026-11-06 09:00/2026-11-06 17:00", "2026-11-06 21:00/2026-11-07 05:00"],
    "a la una": ["2026-11-07 01:00", "2026-11-07 13:00"],
}


@pytest.mark.parametrize(("words", "expected"), SEVERAL.items())
def test_words_with_several_readings_give_all_of_them(words: str, expected: list[str]) -> None:
    assert all_of(words) == expected


REFUSED = {
    "hoy temprano": "unknown_word",
    "hoy a primera hora": "unknown_word",
    "ayer a última hora de la tarde": "unknown_word",
    "la víspera": "unknown_word",
    "hace años": "unknown_word",
    "me llamó ayer": "unknown_word",
    "un viernes": "no_date",
    "el lunes a las 9 y el martes": "contradiction",
    "desde el lunes": "no_end",
    "desde ayer a las 8": "no_end",
    "una tarde": "no_date",
    "una noche de marzo": "no_date",
    "ayer una": "no_date",
}


@pytest.mark.parametrize(("words", "reason"), REFUSED.items())
def test_what_is_no_date_is_refused_with_the_reason(words: str, reason: str) -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        readings_of(words, now=NOW, zone=ZONE)
    assert caught.value.detail == reason


@pytest.mark.parametrize("language", ["en", "es"])
def test_both_languages_are_read_whichever_is_spoken(language: str) -> None:
    i18n.use_language(language)
    assert all_of("yesterday at 8 pm") == all_of("ayer a las 8 de la noche")
    assert all_of("between 2 and 4 pm yesterday") == all_of("ayer entre las 2 y las 4 de la tarde")


def test_what_was_read_is_said_in_spanish() -> None:
    i18n.use_language("es")

    def echo(words: str) -> str:
        return say_when(read_when(words, now=NOW, zone=ZONE).moment)

    assert echo("ayer a las 8 de la noche") == "viernes 6 de noviembre de 2026, 20:00"
    assert echo("ayer a eso de las 8 pm") == "viernes 6 de noviembre de 2026, hacia las 20:00"
    assert (
        echo("ayer entre las 2 y las 4 de la tarde")
        == "viernes 6 de noviembre de 2026, entre las 14:00 y las 16:00"
    )
    assert (
        echo("en primavera")
        == "entre el domingo 1 de marzo de 2026 y el domingo 31 de mayo de 2026"
    )


@pytest.mark.parametrize(
    ("hours", "hour", "said"),
    [
        (24, 1, "sábado 7 de noviembre de 2026, hacia la 01:30"),
        (24, 13, "sábado 7 de noviembre de 2026, hacia las 13:30"),
        (12, 13, "sábado 7 de noviembre de 2026, hacia la 1:30\u00a0p.\u00a0m."),
        (12, 0, "sábado 7 de noviembre de 2026, hacia las 12:30\u00a0a.\u00a0m."),
    ],
)
def test_a_time_has_the_article_of_its_hour(hours: int, hour: int, said: str) -> None:
    i18n.use_language("es")
    i18n.use_hours(hours)
    start = datetime(2026, 11, 7, hour, 30, tzinfo=NEW_YORK)
    moment = Moment(Precision.ABOUT, start, zone=ZONE, about_min=15)
    assert say_when(moment) == said
    read_back = read_when(said, now=NOW, zone=ZONE).moment
    assert (read_back.start, read_back.precision) == (start, Precision.ABOUT)


def test_a_date_that_can_be_two_days_is_asked_about_in_spanish_day_first() -> None:
    i18n.use_language("es")
    with pytest.raises(DateAmbiguous) as caught:
        read_when("3/4", now=NOW, zone=ZONE)
    assert ask(caught.value) == (
        "¿Quiere decir viernes 3 de abril de 2026; o miércoles 4 de marzo de 2026?"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("31/02/2026", "No hay día 31 en febrero."),
        ("29 de febrero de 2026", "Febrero de 2026 no tiene día 29."),
        ("viernes 7 de noviembre de 2026", "El 7 de noviembre de 2026 es sábado."),
        ("desde las 8", "Hacen falta una primera y una última hora."),
        ("mi casa", "No se entendió. Pruebe con 7 de noviembre de 2026, 14:30."),
    ],
)
def test_what_is_wrong_is_said_in_spanish(words: str, said: str) -> None:
    i18n.use_language("es")
    with pytest.raises(DateError) as caught:
        readings_of(words, now=NOW, zone=ZONE)
    assert explain(caught.value) == said


def test_the_list_says_times_in_spanish() -> None:
    i18n.use_language("es")
    start = datetime(2026, 11, 7, 14, 0, tzinfo=NEW_YORK)
    span = Moment(Precision.BETWEEN, start, start + timedelta(hours=2), ZONE)
    days = Moment(Precision.BETWEEN, start, start + timedelta(days=2), ZONE)
    assert say_time(Moment(Precision.ABOUT, start, None, ZONE)) == "hacia las 14:00"
    assert say_time(span) == "14:00 a 16:00"
    assert say_time(days) == "14:00 al 9 de noviembre, 14:00"


NOWS = st.datetimes(datetime(2015, 1, 1), datetime(2040, 1, 1), timezones=st.just(NEW_YORK))
VOCABULARY = sorted({word for words in ONE_READING for word in words.split()})


@given(st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join), NOWS)
def test_no_sequence_of_known_words_is_too_strange(words: str, now: datetime) -> None:
    try:
        found = readings_of(words, now=now, zone=ZONE)
    except DateError:
        return
    assert 1 <= len(found) <= 6


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A moment as the reader makes them."""
    wall = draw(st.datetimes(datetime(1950, 1, 1), datetime(2030, 1, 1)))
    wall = wall.replace(second=0, microsecond=0)
    start = wall.replace(tzinfo=NEW_YORK)
    assume(start.astimezone(UTC).astimezone(NEW_YORK).replace(tzinfo=None) == wall)
    precision = draw(st.sampled_from([Precision.EXACT, Precision.ABOUT, Precision.BETWEEN]))
    has_time = draw(st.booleans())
    if not has_time:
        start = start.replace(hour=0, minute=0)
    about_min = end = None
    if precision is Precision.ABOUT:
        about_min = draw(st.sampled_from([15, 60, 90, 1440, 10080, 43200]))
    if precision is Precision.BETWEEN:
        end = start + timedelta(minutes=draw(st.integers(1, 5000)))
        if not has_time:
            end = (start + timedelta(days=draw(st.integers(1, 400)))).replace(hour=23, minute=59)
        gone = end.astimezone(UTC).astimezone(NEW_YORK).replace(tzinfo=None)
        assume(gone == end.replace(tzinfo=None))
    return Moment(precision, start, end, ZONE, "", has_time, about_min)


@given(moments(), NOWS)
def test_what_is_said_in_spanish_is_read_back_as_it_was(moment: Moment, now: datetime) -> None:
    with i18n.speaking("es"):
        said = say_when(moment)
    read_back = read_when(said, now=now, zone=ZONE).moment
    assert read_back.start is not None
    assert moment.start is not None
    assert (read_back.precision, read_back.has_time) == (moment.precision, moment.has_time)
    assert read_back.about_min == moment.about_min
    assert read_back.start.astimezone(UTC) == moment.start.astimezone(UTC)
    if moment.end is not None:
        assert read_back.end is not None
        late = timedelta(hours=1) if moment.end.fold != read_back.end.fold else timedelta(0)
        assert read_back.end.astimezone(UTC) - moment.end.astimezone(UTC) == late
