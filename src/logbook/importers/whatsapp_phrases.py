"""What WhatsApp itself writes into an export, in the languages of phones.

The lists are of the app's own short sentences as they stand in real exports. A sentence that is in
no list costs a kind, never a record: it stays text, or a notice where the app marked it as its own.
Entries are in the form of `plain`: small letters, single blanks, without marks and final dots.
"""

from __future__ import annotations

import re
import unicodedata

from logbook.importers.whatsapp_words import BLANKS, MARKS

_MARKS = re.compile(f"[{MARKS}]")
_BLANKS = re.compile(f"[{BLANKS}\r\n]+")


def plain(text: str) -> str:
    """Return `text` as the lists below write it."""
    folded = unicodedata.normalize("NFC", _MARKS.sub("", text)).casefold()
    return _BLANKS.sub(" ", folded).strip(" .。!")


def _listed(phrases: str) -> frozenset[str]:
    return frozenset(plain(phrase) for phrase in phrases.split("|"))


# In place of a picture, sound, video or document that was left out; Android puts it in <>.
OMITTED = _listed("""
media omitted | image omitted | video omitted | audio omitted | voice message omitted |
sticker omitted | gif omitted | document omitted | video note omitted | medien ausgeschlossen |
medien weggelassen | bild weggelassen | video weggelassen | audio weggelassen |
sticker weggelassen | gif weggelassen | dokument weggelassen | videonachricht weggelassen |
multimedia omitido | archivo omitido | imagen omitida | video omitido | audio omitido |
sticker omitido | gif omitido | documento omitido | médias omis | fichier omis | image absente |
image omise | vidéo absente | vidéo omise | audio omis | audio absent | sticker omis |
sticker absent | gif omis | gif absent | document omis | document manquant | document absent |
mídia oculta | mídia omitida | arquivo de mídia oculto | ficheiro não revelado |
imagem ocultada | imagem omitida | imagem oculta | vídeo omitido | vídeo oculto |
vídeo ocultado | áudio ocultado | áudio omitido | áudio oculto | figurinha omitida |
sticker oculto | gif omitida | gif oculto | documento ocultado | documento oculto |
media omessi | media omesso | immagine omessa | video omesso | audio omesso | sticker omesso |
sticker non incluso | gif esclusa | gif omessa | documento omesso | media weggelaten |
afbeelding weggelaten | video weggelaten | audio weggelaten | sticker weggelaten |
gif weggelaten | document weggelaten | без медиафайлов | медиафайл отсутствует | файл пропущен |
изображение отсутствует | изображение опущено | видео отсутствует | аудио отсутствует |
аудиофайл отсутствует | стикер отсутствует | gif отсутствует | документ отсутствует |
медіа пропущено | без медіафайлів | зображення пропущено | відео пропущено | аудіо пропущено |
стікер пропущено | документ пропущено | medya dahil edilmedi | medya atlanmış | medya çıkarıldı |
görüntü dahil edilmedi | video dahil edilmedi | ses dahil edilmedi | çıkartma dahil edilmedi |
gif dahil edilmedi | belge dahil edilmedi | pominięto multimedia | pliki pominięto |
multimedia pominięto | obraz pominięto | grafika pominięta | wideo pominięto | audio pominięte |
naklejka pominięta | gif pominięty | dokument pominięty | media utelämnat |
media har utelämnats | media utelämnad | bild utelämnad | video utelämnad | ljud utelämnat |
media utelatt | uten vedlegg | bilde utelatt | video utelatt | lyd utelatt | medier udeladt |
mediefil udeladt | billede udeladt | video udeladt | lyd udeladt | media jätettiin pois |
media jätetty pois | kuva jätetty pois | video jätetty pois | ääni jätetty pois |
kuva jätettiin pois | média vynechány | média vynechána | médiá vynechané | obrázek vynechán |
video vynecháno | zvuk vynechán | obrázok vynechaný | média elhagyva | hiányzó médiafájl |
hiányzó médiafájlok | kép kihagyva | videó kihagyva | hang kihagyva | conținut media omis |
fișier media omis | imagine omisă | videoclip omis | εξαίρεση πολυμέσων | αρχείο παραλήφθηκε |
παράλειψη εικόνας | παράλειψη βίντεο | без файл | медията е пропусната | медији су изостављени |
medijski zapis izostavljen | mediji izostavljeni | datoteke izpuščene | medij izpuščen |
praleistas medijos turinys | medija praleista | bez multivides | nav iekļauta multivide |
meedia välja jäetud | meedia ära jäetud | fitxers multimèdia omesos | mitjans omesos |
imatge omesa | vídeo omès | àudio omès | המדיה לא נכללה | מדיה הושמטה | התמונה הושמטה |
הסרטון הושמט | הקלטה הושמטה | הסטיקר הושמט | تم استبعاد الوسائط | تم تجاهل الوسائط |
الوسائط مستبعدة | الصورة غير مشمولة | الفيديو غير مشمول | تم استبعاد الصورة |
تم استبعاد الفيديو | تم استبعاد الصوت | رسانه حذف شد | پیوست نما/آهنگ حذف شد |
پيوست نما/آهنگ حذف شد | تصویر حذف شد | میڈیا چھوڑ دیا گیا | میڈیا ہٹا دیا گیا | मीडिया के बिना |
मीडिया हटाया गया | मीडिया वगळले | मीडिया वगळण्यात आला | মিডিয়া বাদ দেওয়া হয়েছে |
ছবি বাদ দেওয়া হয়েছে | மீடியா தவிர்க்கப்பட்டது | கோப்புகள் விடப்பட்டன | మీడియా విస్మరించబడింది |
మాధ్యమం విస్మరించబడింది | ಮಾಧ್ಯಮ ಕೈಬಿಡಲಾಗಿದೆ | മീഡിയ ഒഴിവാക്കി | મીડિયા અવગણવામાં આવ્યા |
ਮੀਡੀਆ ਛੱਡਿਆ | media tidak disertakan | gambar tidak disertakan | video tidak disertakan |
audio tidak disertakan | stiker tidak disertakan | dokumen tidak disertakan |
media disingkirkan | media dikecualikan | bỏ qua tệp phương tiện | bỏ qua media |
đã bỏ qua hình ảnh | đã bỏ qua video | hình ảnh bị bỏ qua | ไฟล์สื่อถูกลบ | สื่อถูกลบ |
ไม่รวมสื่อ | 省略多媒體檔案 | 省略多媒體檔 | 忽略多媒體檔 | 忽略多媒體檔案 | 媒体省略 |
省略多媒体文件 | 媒体文件已省略 | 图片已省略 | 圖片已省略 | 忽略图片 | 忽略圖片 | 视频已省略 |
影片已省略 | 忽略视频 | 忽略影片 | 音频已省略 | 語音訊息已省略 | 忽略音频 | 貼圖已省略 |
忽略贴图 | gif已省略 | 文件已省略 | 忽略文件 | メディアなし | メディアは含まれていません |
メディアファイルは省略されました | 画像は省略されました | 画像が省略されました |
動画は省略されました | 動画が省略されました | 音声は省略されました |
音声メッセージは省略されました | スタンプは省略されました | ステッカーは省略されました |
gifは省略されました | 文書は省略されました | ドキュメントは省略されました |
미디어 파일을 생략한 대화내용 | 미디어 파일 제외됨 | 사진 생략됨 | 이미지 생략됨 |
동영상 생략됨 | 비디오 생략됨 | 오디오 생략됨 | 스티커 생략됨 | gif 생략됨 | 문서 생략됨 |
media weggelaat | media imerukwa | media hazijajumuishwa | walang kalakip na media |
inalis ang media | media çıxarılmışdır | media buraxıldı | файл қосылған жоқ |
fayl o'tkazib yuborildi | без фајл | media hequr
""")

CONTACT_OMITTED = _listed("""
contact card omitted | kontaktkarte weggelassen | tarjeta de contacto omitida |
fiche contact omise | fiche contact absente | cartão do contato omitido |
cartão de contato omitido | scheda contatto omessa | contactkaart weggelaten |
карточка контакта отсутствует | контакт отсутствует | kişi kartı dahil edilmedi |
wizytówka kontaktu pominięta | kartu kontak tidak disertakan | 連絡先カードは省略されました |
聯絡人名片已省略 | 联系人名片已省略 | 연락처 카드 생략됨
""")

DELETED = _listed("""
this message was deleted | this message has been deleted | diese nachricht wurde gelöscht |
se eliminó este mensaje | este mensaje fue eliminado | este mensaje se eliminó |
ce message a été supprimé | esta mensagem foi apagada | essa mensagem foi apagada |
mensagem apagada | esta mensagem foi eliminada | questo messaggio è stato eliminato |
dit bericht is verwijderd | dit bericht werd verwijderd | это сообщение удалено |
это сообщение было удалено | данное сообщение удалено | сообщение удалено |
це повідомлення видалено | повідомлення видалено | bu mesaj silindi |
ta wiadomość została usunięta | wiadomość została usunięta | usunięto tę wiadomość |
det här meddelandet har raderats | detta meddelande raderades | meddelandet raderades |
denne meldingen ble slettet | denne meldingen er slettet | denne besked blev slettet |
denne besked er slettet | tämä viesti on poistettu | tämä viesti poistettiin |
tato zpráva byla odstraněna | tato zpráva byla smazána | táto správa bola odstránená |
ezt az üzenetet törölték | ez az üzenet törölve lett | acest mesaj a fost șters |
αυτό το μήνυμα διαγράφηκε | αυτό το μήνυμα έχει διαγραφεί | това съобщение беше изтрито |
съобщението е изтрито | ова порука је избрисана | ova poruka je izbrisana |
ova je poruka izbrisana | to sporočilo je bilo izbrisano | ši žinutė buvo ištrinta |
šis ziņojums tika dzēsts | see sõnum kustutati | aquest missatge s'ha eliminat |
s'ha eliminat aquest missatge | ההודעה נמחקה | הודעה זו נמחקה | تم حذف هذه الرسالة |
این پیام حذف شد | این پیام حذف شده است | یہ پیغام حذف کر دیا گیا | یہ پیغام حذف کر دیا گیا تھا |
यह संदेश मिटाया गया | यह मैसेज हटा दिया गया | यह मैसेज मिटा दिया गया | हा संदेश हटवला |
এই মেসেজটি মুছে ফেলা হয়েছে | এই বার্তাটি মুছে ফেলা হয়েছে | இந்தச் செய்தி நீக்கப்பட்டது |
ఈ సందేశం తొలగించబడింది | pesan ini telah dihapus | pesan ini dihapus | mesej ini telah dipadam |
mesej ini telah dipadamkan | tin nhắn này đã bị xóa | tin nhắn này đã bị xoá |
ข้อความนี้ถูกลบแล้ว | ข้อความนี้ถูกลบ | 此訊息已刪除 | 此訊息已被刪除 | 这条消息已被删除 |
此消息已被删除 | 此消息已删除 | このメッセージは削除されました | 삭제된 메시지입니다 |
이 메시지는 삭제되었습니다 | ujumbe huu ulifutwa | hierdie boodskap is geskrap |
na-delete ang mensaheng ito | bu mesaj silinib | you deleted this message as admin |
du hast diese nachricht als admin gelöscht | eliminaste este mensaje como admin |
vous avez supprimé ce message en tant qu'admin | você apagou esta mensagem como admin |
hai eliminato questo messaggio come admin | je hebt dit bericht verwijderd als beheerder
""")

# How the line of a group begins whose admin deleted it; the admin's name follows.
DELETED_BY_ADMIN = _listed("""
this message was deleted by admin | diese nachricht wurde von admin |
diese nachricht wurde vom admin | este mensaje fue eliminado por el admin |
un admin eliminó este mensaje | ce message a été supprimé par l'admin |
esta mensagem foi apagada pelo admin | mensagem apagada pelo admin |
esta mensagem foi eliminada pelo admin | questo messaggio è stato eliminato dall'admin |
dit bericht is verwijderd door beheerder | это сообщение удалено админом |
сообщение удалено админом | данное сообщение удалено админом | bu mesaj yönetici
""")

# Written with the name of the phone's owner in front: here an export says who that is.
DELETED_BY_ME = _listed("""
you deleted this message | du hast diese nachricht gelöscht | eliminaste este mensaje |
has eliminado este mensaje | vous avez supprimé ce message | você apagou esta mensagem |
você apagou essa mensagem | apagaste esta mensagem | eliminaste esta mensagem |
hai eliminato questo messaggio | je hebt dit bericht verwijderd |
jij hebt dit bericht verwijderd | u hebt dit bericht verwijderd | вы удалили это сообщение |
вы удалили данное сообщение | ви видалили це повідомлення | bu mesajı sildiniz |
usunięto przez ciebie tę wiadomość | usunąłeś tę wiadomość | usunięto tę wiadomość przez ciebie |
du raderade det här meddelandet | du raderade detta meddelande | du slettet denne meldingen |
du slettede denne besked | poistit tämän viestin | odstranili jste tuto zprávu |
smazali jste tuto zprávu | odstránili ste túto správu | törölted ezt az üzenetet |
ai șters acest mesaj | διαγράψατε αυτό το μήνυμα | изтрихте това съобщение |
избрисали сте ову поруку | izbrisali ste ovu poruku | heu eliminat aquest missatge |
מחקת הודעה זו | מחקת את ההודעה | לقد حذفت هذه الرسالة | لقد حذفت هذه الرسالة | حذفت هذه الرسالة |
أنت حذفت هذه الرسالة | شما این پیام را حذف کردید | آپ نے یہ پیغام حذف کر دیا |
आपने यह संदेश मिटाया | आपने यह मैसेज हटा दिया | आपने यह मैसेज मिटाया |
আপনি এই মেসেজটি মুছে ফেলেছেন | anda menghapus pesan ini | anda telah menghapus pesan ini |
anda memadamkan mesej ini | anda telah memadam mesej ini | bạn đã xóa tin nhắn này |
bạn đã xoá tin nhắn này | คุณลบข้อความนี้แล้ว | คุณลบข้อความนี้ | 您已刪除此訊息 |
你已刪除此訊息 | 您删除了这条消息 | 你删除了这条消息 | 您已删除此消息 |
あなたはこのメッセージを削除しました | このメッセージを削除しました | 메시지를 삭제했습니다 |
이 메시지를 삭제했습니다
""")

# At the end of a message, in <>. The text before it is the newest; the earlier one is not there.
EDITED = _listed("""
this message was edited | message edited | diese nachricht wurde bearbeitet |
se editó este mensaje | este mensaje fue editado | mensaje editado | ce message a été modifié |
esta mensagem foi editada | mensagem editada | questo messaggio è stato modificato |
messaggio modificato | dit bericht is bewerkt | это сообщение изменено | сообщение изменено |
данное сообщение изменено | це повідомлення змінено | повідомлення змінено |
bu mesaj düzenlendi | ta wiadomość została edytowana | wiadomość została edytowana |
edytowano tę wiadomość | det här meddelandet har redigerats | meddelandet redigerades |
denne meldingen ble redigert | denne besked blev redigeret | denne besked er redigeret |
tätä viestiä on muokattu | tätä viestiä muokattiin | tato zpráva byla upravena |
táto správa bola upravená | ezt az üzenetet szerkesztették | üzenet szerkesztve |
acest mesaj a fost editat | αυτό το μήνυμα έχει υποστεί επεξεργασία | το μήνυμα επεξεργάστηκε |
това съобщение беше редактирано | ova je poruka uređena | ova poruka je izmenjena |
aquest missatge s'ha editat | ההודעה נערכה | הודעה זו נערכה | تم تعديل هذه الرسالة |
تم تحرير هذه الرسالة | این پیام ویرایش شد | یہ پیغام ترمیم کیا گیا | यह संदेश संपादित किया गया |
यह मैसेज एडिट किया गया | এই মেসেজটি এডিট করা হয়েছে | pesan ini diedit | pesan ini telah diedit |
mesej ini telah disunting | tin nhắn này đã được chỉnh sửa | ข้อความนี้ถูกแก้ไขแล้ว |
此訊息已編輯 | 此訊息已被編輯 | 此消息已被编辑 | 此消息已编辑 | 这条消息已被编辑 |
このメッセージは編集されました | 편집된 메시지입니다 | 이 메시지는 수정되었습니다
""")

# How a call's line begins; what follows a comma is how long it was or who did not answer.
MISSED_CALLS = _listed("""
missed voice call | missed video call | missed group voice call | missed group video call |
missed call | silenced voice call | silenced video call | verpasster sprachanruf |
verpasster videoanruf | verpasster anruf | verpasster gruppenanruf |
stummgeschalteter sprachanruf | llamada perdida | llamada de voz perdida | videollamada perdida |
appel vocal manqué | appel vidéo manqué | appel manqué | chamada de voz perdida |
chamada de vídeo perdida | chamada perdida | ligação de voz perdida | ligação de vídeo perdida |
chiamata vocale persa | videochiamata persa | chiamata persa | gemiste spraakoproep |
gemiste video-oproep | gemiste oproep | пропущенный аудиозвонок | пропущенный видеозвонок |
пропущенный голосовой вызов | пропущенный видеовызов | пропущенный звонок |
пропущений голосовий виклик | пропущений відеодзвінок | cevapsız sesli arama |
cevapsız görüntülü arama | cevapsız arama | nieodebrane połączenie głosowe |
nieodebrane połączenie wideo | missat röstsamtal | missat videosamtal | ubesvart taleanrop |
ubesvart videoanrop | mistet stemmeopkald | mistet videoopkald | vastaamaton äänipuhelu |
vastaamaton videopuhelu | zmeškaný hlasový hovor | zmeškaný videohovor | nem fogadott hanghívás |
nem fogadott videóhívás | apel vocal pierdut | apel video pierdut | αναπάντητη φωνητική κλήση |
αναπάντητη βιντεοκλήση | пропуснато гласово обаждане | пропуснато видео обаждане |
שיחה קולית שלא נענתה | שיחת וידאו שלא נענתה | مكالمة صوتية فائتة | مكالمة فيديو فائتة |
تماس صوتی از دست رفته | تماس تصویری از دست رفته | मिस्ड वॉइस कॉल | मिस्ड वीडियो कॉल |
छूटी हुई वॉइस कॉल | মিসড ভয়েস কল | panggilan suara tak terjawab | panggilan video tak terjawab |
panggilan suara tidak terjawab | panggilan suara terlepas | panggilan video terlepas |
cuộc gọi thoại nhỡ | cuộc gọi video nhỡ | สายโทรเข้าที่ไม่ได้รับ | 未接語音通話 | 未接視訊通話 |
未接语音通话 | 未接视频通话 | 不在着信 | ビデオ通話の不在着信 | 音声通話の不在着信 |
부재중 음성 통화 | 부재중 영상 통화
""")

CALLS = _listed("""
voice call | video call | group voice call | group video call | group call | sprachanruf |
videoanruf | gruppenanruf | llamada de voz | videollamada | llamada | appel vocal | appel vidéo |
chamada de voz | chamada de vídeo | ligação de voz | ligação de vídeo | chiamata vocale |
videochiamata | spraakoproep | video-oproep | аудиозвонок | видеозвонок | голосовой вызов |
видеовызов | sesli arama | görüntülü arama | połączenie głosowe | połączenie wideo | röstsamtal |
videosamtal | taleanrop | videoanrop | stemmeopkald | videoopkald | äänipuhelu | videopuhelu |
hlasový hovor | videohovor | hanghívás | videóhívás | apel vocal | apel video | φωνητική κλήση |
βιντεοκλήση | שיחה קולית | שיחת וידאו | مكالمة صوتية | مكالمة فيديو | वॉइस कॉल | वीडियो कॉल |
panggilan suara | panggilan video | cuộc gọi thoại | cuộc gọi video | 語音通話 | 視訊通話 |
语音通话 | 视频通话 | 音声通話 | ビデオ通話 | 음성 통화 | 영상 통화
""")

# Media that could be opened once; Android writes the bare word null or nothing.
VIEW_ONCE = _listed("""
null | view once voice message omitted | view once photo omitted | view once video omitted |
view once message | view once message omitted | view once voice message | view once photo |
view once video |
you received a view once message. for added privacy, you can only open it on your phone |
you received a view once photo. for added privacy, you can only open it on your phone |
you received a view once video. for added privacy, you can only open it on your phone |
you received a view once voice message. for added privacy, you can only open it on your phone
""")

# Where somebody is, told for a while; the export does not hold where that was.
LIVE_LOCATION = _listed("""
live location shared | live-standort wird geteilt | live-standort geteilt |
ubicación en tiempo real compartida | localisation en direct partagée |
position en direct partagée | localização em tempo real compartilhada |
localização em tempo real partilhada | posizione in tempo reale condivisa |
posizione attuale condivisa | live locatie gedeeld | livelocatie gedeeld |
трансляция геоданных | canlı konum paylaşıldı | lokalizacja na żywo udostępniona |
lokasi terkini dibagikan
""")

# In brackets behind the name of a file (Android), or before or behind it in <> (iPhone).
ATTACHED = _listed("""
file attached | attached | datei angehängt | anhang | angehängt | archivo adjunto | adjunto |
adjuntado | fichier joint | pièce jointe | joint | arquivo anexado | ficheiro anexado | anexado |
anexo | file allegato | allegato | bestand bijgevoegd | bijgevoegd | bijlage | файл добавлен |
прикреплено | вложение | приложен | файл додано | вкладення | dosya ekli | dosya eklendi |
eklendi | ekli dosya | plik załączony | załączono plik | załącznik | bifogad fil | bifogad |
vedlagt fil | vedlagt | vedhæftet fil | vedhæftet | tiedosto liitetty | liite | soubor přiložen |
přiloženo | příloha | súbor priložený | príloha | csatolt fájl | csatolva | fișier atașat |
atașat | συνημμένο αρχείο | συνημμένο | επισυνάπτεται αρχείο | прикачен файл | fitxer adjunt |
adjunt | הקובץ מצורף | קובץ מצורף | מצורף | الملف مرفق | ملف مرفق | مرفق | فایل پیوست شد |
پیوست | फ़ाइल संलग्न है | फ़ाइल अटैच की गई | ফাইল সংযুক্ত | file terlampir | terlampir |
fail dilampirkan | tệp đính kèm | đính kèm | ไฟล์ที่แนบมา | แนบไฟล์ | 附件檔案 | 文件附件 |
檔案已附上 | 已附加檔案 | 附件 | 文件已附加 | ファイル添付 | 添付ファイル | 添付 | 파일 첨부됨 |
첨부 파일 | 첨부 | 첨부됨
""")
