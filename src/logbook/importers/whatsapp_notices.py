"""Sentences with names in them that WhatsApp writes itself: notices, deeds, names of exports."""

from __future__ import annotations

import re

from logbook.importers.whatsapp_phrases import plain
from logbook.importers.whatsapp_words import MARKS

# What the app's own notices always hold; enough to know one that has a name in front, as old
# Android put the title of a group there.
_NOTICES = (
    r"end-to-end encrypt",
    r"ende-zu-ende-verschlüssel",
    r"cifrad[oa]s? de extremo a extremo",
    r"chiffrés? de bout en bout",
    r"criptografia de ponta a ponta",
    r"encriptad[oa]s ponto a ponto",
    r"crittografat[ie] end-to-end",
    r"end-to-end versleuteld",
    r"сквозным шифрованием",
    r"наскрізним шифруванням",
    r"uçtan uca şifreli",
    r"są w pełni szyfrowane",
    r"szyfrowan[ey] end-to-end",
    r"päästä päähän",
    r"מוצפנות מקצה לקצה",
    r"مشفرة تمامًا|التشفير التام",
    r"सिरे से सिरे तक|एंड-टू-एंड",
    r"terenkripsi secara end-to-end",
    r"mã hóa đầu cuối|mã hoá đầu cuối",
    r"端到端加密|端對端加密",
    r"エンドツーエンド",
    r"종단간 암호화",
)

# What people do to a group. Only for a line whose "name" is seen once: "Anna changed the subject
# to "Plan: B"" has a colon too.
_DEEDS = (
    r"\bcreated (?:this )?group\b|\bcreated this community\b",
    r"\bchanged (?:the|this|their|your|to)\b",
    r"\b(?:added|removed|invited) (?:you|[^ ])",
    r"\byou(?:'re| are) now an admin\b|\bno longer an admin\b",
    r"\bjoined (?:using|from|via|the)\b|\bleft the group\b|\bpinned a message\b",
    r"\b(?:security code|phone number)\b|\bturned (?:on|off) disappearing\b",
    r"\bdeleted this group\b",
    r"\bha(?:s)?t (?:die gruppe|den betreff|das gruppen|die gruppen|dich|.+ hinzugefügt)",
    r"\bha(?:s)?t .+ entfernt\b",
    r"\b(?:creó|creaste|cambió|cambiaste|añadió|añadiste|eliminó a|eliminaste a)\b",
    r"\b(?:a créé|avez créé|a changé|avez changé|a modifié|a ajouté|avez ajouté|a retiré)\b",
    r"\b(?:criou|mudou|alterou|adicionou|removeu)\b",
    r"\bha(?:i)? (?:creato|cambiato|modificato|aggiunto|rimosso)\b",
    r"\b(?:heeft|hebt) .*(?:gemaakt|gewijzigd|toegevoegd|verwijderd)\b",
    r"\b(?:создал|изменил|добавил|удалил)[аи]?\b",
    r"\b(?:змінив|змінила|створив|створила|додав|додала)\b",
    r"grubu oluşturdu|değiştirdi|değiştirdiniz|ekledi|çıkardı",
    r"\b(?:utworzył|zmienił|dodał|usunął)[aą]?\b",
    r"\b(?:skapade|ändrade|lade till|opprettet|endret|la til|oprettede|ændrede|tilføjede)\b",
    r"\b(?:loi ryhmän|vaihtoi|muutti|lisäsi)\b",
    r"\b(?:vytvořil|změnil|přidal|vytvoril|zmenil|pridal)a?\b",
    r"\b(?:létrehozta|megváltoztatta|hozzáadta)\b|\ba (?:creat|schimbat|adăugat)\b",
    r"δημιούργησε|άλλαξε|πρόσθεσε|създаде|промени|добави",
    r"יצר|שינה|שינית|הוסיף",
    r"أنشأ|قام .* بإنشاء|غيّر|أضاف|قام .* بتغيير",
    r"ایجاد کرد|تغییر داد|اضافه کرد|बनाया|बदला|बदल दिया|जोड़ा",
    r"\b(?:membuat grup|mengubah|menambahkan|mengeluarkan|menukar|mencipta)\b",
    r"\bđã (?:tạo|đổi|thay đổi|thêm)\b",
    r"建立了|创建了|更改了|变更了|變更了|加入了|添加了|新增了|已將",
    r"作成しました|変更しました|追加しました|만들었습니다|변경했습니다|추가했습니다|초대했습니다",
)

_LONGEST_DEED = 400  # two names of a hundred signs, and words

# What stands before the name of the chat in the name of an export.
_BEFORE_TITLE = (
    r"whatsapp chats? with|whatsapp[ -]chat (?:mit|met|med|-|–)|whatsapp-gesprek met",
    r"whatsapp[ -](?:samtal|keskustelu|beszélgetés|samtale|klepet)\w* (?:with|med|-|–)",
    r"chat (?:de |di |do |da )?whatsapp (?:con|com|amb|cu|dengan|s|-|–)",
    r"conversa (?:do|no) whatsapp (?:com|-|–)|conversa de whatsapp amb|conversație whatsapp cu",
    r"(?:discussion|conversation) whatsapp avec",
    r"чат (?:в )?whatsapp (?:с|з|із|со)|whatsapp чат (?:с|со|з)",
    r"czat whatsapp z|rozmowa whatsapp z|whatsapp sohbeti -?|συνομιλία whatsapp με",
    r"whatsapp razgovor s|chat na whatsappu s|konverzace whatsapp s",
    r"צ['׳]אט whatsapp עם|(?:محادثة|دردشة) (?:whatsapp|واتساب) مع|(?:گپ|چت) whatsapp با",
    r"(?:obrolan|sembang) whatsapp dengan|(?:cuộc )?trò chuyện whatsapp với|แชท whatsapp กับ",
    r"(?:與|与)?whatsapp (?:chat|聊天|對話|对话)(?: -|与|與)?",
)


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_NOTICE, _DEED = _any_of(_NOTICES), _any_of(_DEEDS)
_TITLE = re.compile(rf"(?:{'|'.join(_BEFORE_TITLE)})[ _]*(?P<title>.+)", re.IGNORECASE)
_TITLE_FIRST = re.compile(
    r"[与與] ?(?P<chinese>.+?) ?的 ?whatsapp ?(?:聊天|對話|对话)(?:记录|記錄|紀錄)?"
    r"|(?P<japanese>.+?) ?との ?whatsapp ?(?:チャット|トーク)"
    r"|(?P<turkish>.+?) ile whatsapp sohbeti",
    re.IGNORECASE,
)
_MARK = re.compile(f"[{MARKS}]")


def reads_like_notice(text: str) -> bool:
    """Tell whether a sentence is one that the app puts into chats itself."""
    return _NOTICE.search(plain(text)) is not None


def tells_a_deed(text: str) -> bool:
    """Tell whether the words before a colon say what somebody did, rather than who speaks."""
    return _DEED.search(plain(text[:_LONGEST_DEED])) is not None


def title_in(name: str) -> str:
    """Return the name of the chat in the name of an export, without its ending; empty for none."""
    said = _MARK.sub("", name).replace("_", " ")
    inside = _TITLE_FIRST.fullmatch(said.strip())
    if inside is not None:
        return str(inside[inside.lastgroup or 0]).strip()
    found = _TITLE.match(said)
    return found["title"].strip() if found else ""
