<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Anchor</name>
    <message>
        <source>Nothing before this was changed: what was recorded by then has the form it had. It does not show that it is true or complete.</source>
        <translation>Nada anterior a esto ha cambiado: lo registrado hasta entonces tiene la forma que tenía. Esto no demuestra que sea cierto ni que esté completo.</translation>
    </message>
    <message>
        <source>Something that this anchor covers was changed after it was made.</source>
        <translation>Algo que este comprobante cubre se cambió después de hacerlo.</translation>
    </message>
    <message>
        <source>This anchor is newer than the book: the book is an older copy.</source>
        <translation>Este comprobante es más reciente que el cuaderno: el cuaderno es una copia anterior.</translation>
    </message>
    <message>
        <source>This anchor was made by another book.</source>
        <translation>Este comprobante es de otro cuaderno.</translation>
    </message>
    <message>
        <source>This anchor was not signed by this book, or was changed since, so it shows nothing.</source>
        <translation>Este cuaderno no firmó este comprobante, o alguien lo cambió después. Por eso no demuestra nada.</translation>
    </message>
    <message>
        <source>This file is not an anchor, or it is damaged.</source>
        <translation>Este archivo no es un comprobante o está dañado.</translation>
    </message>
    <message>
        <source>This fingerprint was never that of this book: it is mistyped, of another book, or something was changed.</source>
        <translation>Esta huella nunca fue la de este cuaderno: está mal escrita, es de otro cuaderno o algo se cambió.</translation>
    </message>
</context>
<context>
    <name>AskName</name>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Escriba primero un nombre.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase secreta</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Comprobar todo</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Compare with a saved one</source>
        <translation>Comparar con una guardada</translation>
    </message>
    <message>
        <source>Copies that were made before keep the passphrase and the key of that day.</source>
        <translation>Las copias hechas antes conservan la frase secreta y la clave de aquel día.</translation>
    </message>
    <message>
        <source>Fingerprint of the record</source>
        <translation>Huella del registro</translation>
    </message>
    <message>
        <source>Fingerprint saved</source>
        <translation>Huella guardada</translation>
    </message>
    <message>
        <source>It is shown below until you leave this page, and kept nowhere.</source>
        <translation>Se muestra abajo hasta que salga de esta página y no se guarda en ningún sitio.</translation>
    </message>
    <message>
        <source>Keep it outside this computer: print it, or send it to someone you trust. Compared later, it shows whether anything before that date was changed. It does not show that the entries are true or complete.</source>
        <translation>Guárdela fuera de este equipo: imprímala o envíela a alguien de confianza. Si la compara más tarde, muestra si algo anterior a esa fecha cambió. No demuestra que las entradas sean ciertas ni que estén completas.</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Conservar la anterior</translation>
    </message>
    <message>
        <source>Make a locked copy</source>
        <translation>Hacer una copia cifrada</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Crear una clave nueva</translation>
    </message>
    <message>
        <source>Make a new recovery key?</source>
        <translation>¿Crear una clave de recuperación nueva?</translation>
    </message>
    <message>
        <source>Making a locked copy</source>
        <translation>Haciendo una copia cifrada</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>Clave de recuperación nueva</translation>
    </message>
    <message>
        <source>Nothing has changed that should not have.</source>
        <translation>No ha cambiado nada que no debiera.</translation>
    </message>
    <message>
        <source>One file with everything in it, locked with the same passphrase. It is opened and checked before it is called done. Keep it on a stick, or with someone you trust.</source>
        <translation>Un solo archivo con todo dentro, cifrado con la misma frase secreta. Se abre y se comprueba antes de darlo por hecho. Guárdelo en una memoria USB o con alguien de confianza.</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>Frase secreta cambiada</translation>
    </message>
    <message>
        <source>QR code of the fingerprint</source>
        <translation>Código QR de la huella</translation>
    </message>
    <message>
        <source>Reads every page, file and link of the record.</source>
        <translation>Lee cada página, archivo y enlace del registro.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Guardar como archivo</translation>
    </message>
    <message>
        <source>Something is wrong in this book.</source>
        <translation>Algo está mal en este cuaderno.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Detenido. No se escribió nada.</translation>
    </message>
    <message>
        <source>The copy is made and checked.</source>
        <translation>La copia está hecha y comprobada.</translation>
    </message>
    <message>
        <source>The copy is made. What is wrong in the book is in it too.</source>
        <translation>La copia está hecha. Lo que está mal en el cuaderno también está en ella.</translation>
    </message>
    <message>
        <source>The old one stops working for this book at once.</source>
        <translation>La anterior deja de servir de inmediato para este cuaderno.</translation>
    </message>
    <message>
        <source>The one on paper stops working for this book.</source>
        <translation>La que tiene en papel deja de servir para este cuaderno.</translation>
    </message>
    <message>
        <source>Write the new recovery key down.</source>
        <translation>Anote la clave de recuperación nueva.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>{path}, {size}</source>
        <translation>{path}, {size}</translation>
    </message>
</context>
<context>
    <name>Books</name>
    <message>
        <source>A book for each matter keeps them apart: people, words and files of one are not found in another. Opening one closes and locks this one.</source>
        <translation>Un cuaderno para cada asunto los mantiene separados. Las personas, palabras y archivos de uno no se encuentran en otro. Al abrir uno, este se cierra y se bloquea.</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Cuadernos</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Iniciales</translation>
    </message>
    <message>
        <source>Its name is kept inside it, and is not said while it is locked.</source>
        <translation>Su nombre se guarda dentro de él y no se dice mientras está bloqueado.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name and colour</source>
        <translation>Nombre y color</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>Cuaderno nuevo</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliva</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open another book</source>
        <translation>Abrir otro cuaderno</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Other books</source>
        <translation>Otros cuadernos</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Ciruela</translation>
    </message>
    <message>
        <source>The colour is also shown on the lock screen.</source>
        <translation>El color también se muestra en la pantalla de bloqueo.</translation>
    </message>
    <message>
        <source>This book</source>
        <translation>Este cuaderno</translation>
    </message>
    <message>
        <source>This book is open already</source>
        <translation>Este cuaderno ya está abierto</translation>
    </message>
</context>
<context>
    <name>Bug</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Not saved: {why}</source>
        <translation>No se guardó: {why}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>El programa cometió un error</translation>
    </message>
    <message>
        <source>What you saved is safe. This is where it happened, without any of your words. It is sent nowhere. You can give it to the people who make the program.</source>
        <translation>Lo que guardó está a salvo. Aquí se ve dónde ocurrió, sin ninguna de sus palabras. No se envía a ningún sitio. Puede dárselo a quienes hacen el programa.</translation>
    </message>
    <message>
        <source>Where it happened</source>
        <translation>Dónde ocurrió</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message numerus="yes">
        <source>%n entry|%n entries</source>
        <translation><numerusform>%n entrada</numerusform><numerusform>%n entradas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file|%n files</source>
        <translation><numerusform>%n archivo</numerusform><numerusform>%n archivos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message|%n messages</source>
        <translation><numerusform>%n mensaje</numerusform><numerusform>%n mensajes</numerusform></translation>
    </message>
    <message>
        <source>A conversation was changed outside of the program</source>
        <translation>Una conversación se cambió fuera del programa</translation>
    </message>
    <message>
        <source>A copy of the locks was damaged, and is mended</source>
        <translation>Una copia de los cierres estaba dañada y se reparó</translation>
    </message>
    <message>
        <source>A file is missing from the list</source>
        <translation>Falta un archivo en la lista</translation>
    </message>
    <message>
        <source>A file is not what it was when you added it</source>
        <translation>Un archivo no es el mismo que cuando lo agregó</translation>
    </message>
    <message>
        <source>A file is not where the book keeps it</source>
        <translation>Un archivo no está donde el cuaderno lo guarda</translation>
    </message>
    <message>
        <source>A file lies in the folder that is not of the book</source>
        <translation>En la carpeta hay un archivo que no es del cuaderno</translation>
    </message>
    <message>
        <source>A file of a message was changed outside of the program</source>
        <translation>Un archivo de un mensaje se cambió fuera del programa</translation>
    </message>
    <message>
        <source>A file of the book may not or cannot be read</source>
        <translation>Un archivo del cuaderno no se puede leer o no hay permiso para leerlo</translation>
    </message>
    <message>
        <source>A line of the history is missing</source>
        <translation>Falta una línea del historial</translation>
    </message>
    <message>
        <source>A line of the history was changed</source>
        <translation>Una línea del historial se cambió</translation>
    </message>
    <message>
        <source>A link inside the book leads nowhere</source>
        <translation>Un enlace del cuaderno no lleva a ninguna parte</translation>
    </message>
    <message>
        <source>A page of the book is damaged</source>
        <translation>Una página del cuaderno está dañada</translation>
    </message>
    <message>
        <source>A part of the book cannot be read</source>
        <translation>Una parte del cuaderno no se puede leer</translation>
    </message>
    <message>
        <source>A part of the book makes no sense</source>
        <translation>Una parte del cuaderno no tiene sentido</translation>
    </message>
    <message>
        <source>A person is missing</source>
        <translation>Falta una persona</translation>
    </message>
    <message>
        <source>A person was changed outside of the program</source>
        <translation>Una persona se cambió fuera del programa</translation>
    </message>
    <message>
        <source>A receipt does not fit the history</source>
        <translation>Un recibo no concuerda con el historial</translation>
    </message>
    <message>
        <source>An earlier passphrase or key opens the book again</source>
        <translation>Una frase secreta o clave anterior vuelve a abrir el cuaderno</translation>
    </message>
    <message>
        <source>An entry is missing</source>
        <translation>Falta una entrada</translation>
    </message>
    <message>
        <source>An entry was changed outside of the program</source>
        <translation>Una entrada se cambió fuera del programa</translation>
    </message>
    <message>
        <source>An import is missing</source>
        <translation>Falta una importación</translation>
    </message>
    <message>
        <source>An import was changed outside of the program</source>
        <translation>Una importación se cambió fuera del programa</translation>
    </message>
    <message>
        <source>It could not be told whether this copy is the newest</source>
        <translation>No se pudo saber si esta copia es la más reciente</translation>
    </message>
    <message>
        <source>It is damaged or not what its name says.</source>
        <translation>Está dañado o no es lo que dice su nombre.</translation>
    </message>
    <message>
        <source>It is larger than can be shown here.</source>
        <translation>Es demasiado grande para mostrarlo aquí.</translation>
    </message>
    <message>
        <source>It is locked with a password of its own.</source>
        <translation>Está protegido con su propia contraseña.</translation>
    </message>
    <message>
        <source>It moves. Its first picture is shown here.</source>
        <translation>Tiene movimiento. Aquí se muestra su primera imagen.</translation>
    </message>
    <message>
        <source>Its ending does not fit what is inside.</source>
        <translation>Su terminación no corresponde a lo que contiene.</translation>
    </message>
    <message>
        <source>Messages of an import were changed outside of the program</source>
        <translation>Los mensajes de una importación se cambiaron fuera del programa</translation>
    </message>
    <message>
        <source>Something is wrong that has no other name ({kind})</source>
        <translation>Hay un problema que no tiene otro nombre ({kind})</translation>
    </message>
    <message>
        <source>Something was erased outside of the program</source>
        <translation>Algo se borró fuera del programa</translation>
    </message>
    <message>
        <source>The file that tells which copy is the newest does not fit</source>
        <translation>El archivo que indica cuál es la copia más reciente no concuerda</translation>
    </message>
    <message>
        <source>The history is not as long as it says</source>
        <translation>El historial no tiene el largo que indica</translation>
    </message>
    <message>
        <source>The kind of a message was changed outside of the program</source>
        <translation>El tipo de un mensaje se cambió fuera del programa</translation>
    </message>
    <message>
        <source>The mark of the last save does not fit</source>
        <translation>La marca del último guardado no concuerda</translation>
    </message>
    <message>
        <source>The mark of the newest copy was an earlier one</source>
        <translation>La marca de la copia más reciente era una anterior</translation>
    </message>
    <message>
        <source>The search missed words and was built again</source>
        <translation>A la búsqueda le faltaban palabras y se volvió a crear</translation>
    </message>
    <message>
        <source>The structure of the book is damaged</source>
        <translation>La estructura del cuaderno está dañada</translation>
    </message>
    <message>
        <source>We cannot show this file here.</source>
        <translation>Este archivo no se puede mostrar aquí.</translation>
    </message>
    <message>
        <source>We cannot show this kind of file here.</source>
        <translation>Este tipo de archivo no se puede mostrar aquí.</translation>
    </message>
    <message>
        <source>What is noted of a file was changed outside of the program</source>
        <translation>Lo anotado sobre un archivo se cambió fuera del programa</translation>
    </message>
    <message>
        <source>{entries}, {messages}, {files}</source>
        <translation>{entries}, {messages}, {files}</translation>
    </message>
    <message>
        <source>{what}: {where}</source>
        <translation>{what}: {where}</translation>
    </message>
    <message>
        <source>{why} It is safe in your book.</source>
        <translation>{why} Está a salvo en su cuaderno.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Press Delete to take it out</source>
        <translation>Presione Supr para quitarlo</translation>
    </message>
</context>
<context>
    <name>CommandHelp</name>
    <message>
        <source>BOOK</source>
        <translation>CUADERNO</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>ORDEN</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ARCHIVO</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>CARPETA</translation>
    </message>
    <message>
        <source>FORM</source>
        <translation>FORMA</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>DESTINO</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>RUTA</translation>
    </message>
    <message>
        <source>QUERY</source>
        <translation>PALABRAS</translation>
    </message>
    <message>
        <source>VERB</source>
        <translation>VERBO</translation>
    </message>
    <message>
        <source>a copy without hidden data</source>
        <translation>una copia sin datos ocultos</translation>
    </message>
    <message>
        <source>a date and time, or words such as yesterday</source>
        <translation>una fecha y hora, o palabras como ayer</translation>
    </message>
    <message>
        <source>a file, or a folder that keeps the newest five</source>
        <translation>un archivo, o una carpeta que conserva los cinco más recientes</translation>
    </message>
    <message>
        <source>add a person</source>
        <translation>agregar una persona</translation>
    </message>
    <message>
        <source>add, list, remove and erase people</source>
        <translation>agregar, listar, quitar y borrar personas</translation>
    </message>
    <message>
        <source>an IANA name, such as Europe/London</source>
        <translation>un nombre IANA, como Europe/London</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>argumentos</translation>
    </message>
    <message>
        <source>bring a message export in</source>
        <translation>importar una exportación de mensajes</translation>
    </message>
    <message>
        <source>change the passphrase</source>
        <translation>cambiar la frase secreta</translation>
    </message>
    <message>
        <source>compare with this anchor</source>
        <translation>comparar con este comprobante</translation>
    </message>
    <message>
        <source>find words everywhere</source>
        <translation>buscar palabras en todas partes</translation>
    </message>
    <message>
        <source>in place of every earlier code</source>
        <translation>en lugar de todos los códigos anteriores</translation>
    </message>
    <message>
        <source>its first line</source>
        <translation>su primera línea</translation>
    </message>
    <message>
        <source>keep files untouched</source>
        <translation>guardar archivos sin tocarlos</translation>
    </message>
    <message>
        <source>keep files, list them, give them back</source>
        <translation>guardar archivos, listarlos, devolverlos</translation>
    </message>
    <message>
        <source>leave out what holds a name that must not be shown, and say what that was</source>
        <translation>omitir lo que contiene un nombre que no se debe mostrar, y decir qué fue</translation>
    </message>
    <message>
        <source>list entries in order of time</source>
        <translation>listar las entradas en orden de tiempo</translation>
    </message>
    <message>
        <source>list imported messages</source>
        <translation>listar los mensajes importados</translation>
    </message>
    <message>
        <source>list people</source>
        <translation>listar las personas</translation>
    </message>
    <message>
        <source>list the bin instead</source>
        <translation>listar en cambio la papelera</translation>
    </message>
    <message>
        <source>list the files</source>
        <translation>listar los archivos</translation>
    </message>
    <message>
        <source>list what was brought in, or take one out again</source>
        <translation>mostrar lo importado o sacar una importación</translation>
    </message>
    <message>
        <source>make a fictional book and its bundle</source>
        <translation>crear un cuaderno ficticio y su informe</translation>
    </message>
    <message>
        <source>make a locked copy</source>
        <translation>hacer una copia cifrada</translation>
    </message>
    <message>
        <source>make a new book from a locked copy</source>
        <translation>crear un cuaderno nuevo a partir de una copia cifrada</translation>
    </message>
    <message>
        <source>make an encrypted book</source>
        <translation>crear un cuaderno cifrado</translation>
    </message>
    <message>
        <source>make another recovery code</source>
        <translation>crear otro código de recuperación</translation>
    </message>
    <message>
        <source>more options as JSON</source>
        <translation>más opciones como JSON</translation>
    </message>
    <message>
        <source>move an entry to the bin</source>
        <translation>enviar una entrada a la papelera</translation>
    </message>
    <message>
        <source>open a copy older than the one last used</source>
        <translation>abrir una copia anterior a la última que se usó</translation>
    </message>
    <message>
        <source>options</source>
        <translation>opciones</translation>
    </message>
    <message>
        <source>print one JSON document</source>
        <translation>mostrar un solo documento JSON</translation>
    </message>
    <message>
        <source>read everything, keep nothing</source>
        <translation>leer todo, no guardar nada</translation>
    </message>
    <message>
        <source>save a new version</source>
        <translation>guardar una versión nueva</translation>
    </message>
    <message>
        <source>save files outside the book</source>
        <translation>guardar archivos fuera del libro</translation>
    </message>
    <message>
        <source>see logbook formats</source>
        <translation>vea logbook formats</translation>
    </message>
    <message>
        <source>see logbook profiles</source>
        <translation>vea logbook profiles</translation>
    </message>
    <message>
        <source>show an entry</source>
        <translation>mostrar una entrada</translation>
    </message>
    <message>
        <source>show progress on standard error</source>
        <translation>mostrar el avance en la salida de errores</translation>
    </message>
    <message>
        <source>show the version of the program and end</source>
        <translation>mostrar la versión del programa y terminar</translation>
    </message>
    <message>
        <source>show this help and end</source>
        <translation>mostrar esta ayuda y terminar</translation>
    </message>
    <message>
        <source>such as 3,5,8-12</source>
        <translation>como 3,5,8-12</translation>
    </message>
    <message>
        <source>take a file away for good</source>
        <translation>eliminar un archivo para siempre</translation>
    </message>
    <message>
        <source>take a person out of the lists</source>
        <translation>quitar una persona de las listas</translation>
    </message>
    <message>
        <source>take every name of a person away for good</source>
        <translation>eliminar para siempre todos los nombres de una persona</translation>
    </message>
    <message>
        <source>take every version away for good</source>
        <translation>eliminar para siempre todas las versiones</translation>
    </message>
    <message>
        <source>take it back out of the bin</source>
        <translation>sacarla de la papelera</translation>
    </message>
    <message>
        <source>take this import out of the book again</source>
        <translation>sacar del cuaderno esta importación</translation>
    </message>
    <message>
        <source>the first line of stdin</source>
        <translation>la primera línea de la entrada estándar</translation>
    </message>
    <message>
        <source>the latest it can have been</source>
        <translation>lo más tarde que pudo ser</translation>
    </message>
    <message>
        <source>the same as a QR code (SVG)</source>
        <translation>lo mismo como código QR (SVG)</translation>
    </message>
    <message>
        <source>the second factor</source>
        <translation>el segundo factor</translation>
    </message>
    <message>
        <source>then open the window on it</source>
        <translation>después abrir la ventana con él</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>uso: </translation>
    </message>
    <message>
        <source>verify every page, file and link</source>
        <translation>comprobar cada página, archivo y enlace</translation>
    </message>
    <message>
        <source>what can be brought in</source>
        <translation>qué se puede importar</translation>
    </message>
    <message>
        <source>which courts are known</source>
        <translation>qué tribunales se conocen</translation>
    </message>
    <message>
        <source>which sender is you</source>
        <translation>qué remitente es usted</translation>
    </message>
    <message>
        <source>with every earlier version</source>
        <translation>con todas las versiones anteriores</translation>
    </message>
    <message>
        <source>write an entry</source>
        <translation>escribir una entrada</translation>
    </message>
    <message>
        <source>write the evidence bundle</source>
        <translation>escribir el informe de pruebas</translation>
    </message>
    <message>
        <source>write the signed checkpoint here</source>
        <translation>escribir aquí el comprobante firmado</translation>
    </message>
    <message>
        <source>write, list, show, change, remove entries</source>
        <translation>escribir, listar, mostrar, cambiar y quitar entradas</translation>
    </message>
    <message>
        <source>zone of the phone, an IANA name</source>
        <translation>zona del teléfono, un nombre IANA</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%(value)r cannot be used here</source>
        <translation>%(value)r no se puede usar aquí</translation>
    </message>
    <message>
        <source>%(value)r is none of %(choices)s</source>
        <translation>%(value)r no es ninguno de %(choices)s</translation>
    </message>
    <message numerus="yes">
        <source>%n message stays: an entry or another import has it too.|%n messages stay: entries or other imports have them too.</source>
        <translation><numerusform>%n mensaje se queda: también lo tiene una entrada u otra importación.</numerusform><numerusform>%n mensajes se quedan: también los tienen entradas u otras importaciones.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message taken out|%n messages taken out</source>
        <translation><numerusform>%n mensaje sacado</numerusform><numerusform>%n mensajes sacados</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message|%n messages</source>
        <translation><numerusform>%n mensaje</numerusform><numerusform>%n mensajes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record in the file: {stored} stored, {here} already here, {missed} not understood.|%n records in the file: {stored} stored, {here} already here, {missed} not understood.</source>
        <translation><numerusform>%n registro en el archivo: {stored} guardados, {here} ya estaban, {missed} sin entender.</numerusform><numerusform>%n registros en el archivo: {stored} guardados, {here} ya estaban, {missed} sin entender.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n value is needed here|%n values are needed here</source>
        <translation><numerusform>aquí hace falta %n valor</numerusform><numerusform>aquí hacen falta %n valores</numerusform></translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(borrado)</translation>
    </message>
    <message>
        <source>An offline, encrypted incident logbook. Without a command: the window.</source>
        <translation>Un cuaderno de incidentes cifrado y sin conexión. Sin una orden: la ventana.</translation>
    </message>
    <message>
        <source>Back on the timeline.</source>
        <translation>De nuevo en la cronología.</translation>
    </message>
    <message>
        <source>Book:       {path}</source>
        <translation>Cuaderno: {path}</translation>
    </message>
    <message>
        <source>Bundle:     {path}</source>
        <translation>Informe:  {path}</translation>
    </message>
    <message>
        <source>Earlier recovery codes open this book no more.</source>
        <translation>Los códigos de recuperación anteriores ya no abren este cuaderno.</translation>
    </message>
    <message>
        <source>Erased, with every earlier name and number. What entries say in words stays, and earlier backups still hold it.</source>
        <translation>Borrada, con todos sus nombres y números anteriores. Lo que las entradas dicen con palabras queda, y las copias de seguridad anteriores aún lo contienen.</translation>
    </message>
    <message>
        <source>Erased. The record keeps only that something was. Earlier backups still hold it.</source>
        <translation>Borrado. El registro solo conserva que algo existió. Las copias de seguridad anteriores aún lo contienen.</translation>
    </message>
    <message>
        <source>It opens the book without the key file now.</source>
        <translation>Ahora abre el cuaderno sin el archivo de clave.</translation>
    </message>
    <message>
        <source>Locked copy made and verified: {path}</source>
        <translation>Copia cifrada hecha y comprobada: {path}</translation>
    </message>
    <message>
        <source>Made {book}.</source>
        <translation>Se creó {book}.</translation>
    </message>
    <message>
        <source>Moved to the bin. The record keeps that it was removed.</source>
        <translation>En la papelera. El registro conserva que se quitó.</translation>
    </message>
    <message>
        <source>Not saved: {name}. {why}</source>
        <translation>No se guardó: {name}. {why}</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>No hay nada mal.</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Frase secreta: </translation>
    </message>
    <message>
        <source>Passphrase: in {path}</source>
        <translation>Frase secreta: en {path}</translation>
    </message>
    <message>
        <source>Recovery code, shown once. Write it down:</source>
        <translation>Código de recuperación, se muestra una sola vez. Anótelo:</translation>
    </message>
    <message>
        <source>Removed the older copy {path}</source>
        <translation>Se eliminó la copia anterior {path}</translation>
    </message>
    <message>
        <source>Restored to {book}.</source>
        <translation>Restaurado en {book}.</translation>
    </message>
    <message>
        <source>Saved as version {number}.</source>
        <translation>Guardado como versión {number}.</translation>
    </message>
    <message>
        <source>Saved entry {number}: {when}.</source>
        <translation>Entrada {number} guardada: {when}.</translation>
    </message>
    <message>
        <source>Saved {path}. Anyone can read this copy.</source>
        <translation>Se guardó {path}. Cualquiera puede leer esta copia.</translation>
    </message>
    <message>
        <source>Something is wrong:</source>
        <translation>Algo está mal:</translation>
    </message>
    <message>
        <source>Stopped. Nothing more was written.</source>
        <translation>Detenido. No se escribió nada más.</translation>
    </message>
    <message>
        <source>Taken out of the lists. The record keeps the name; erase takes it away for good.</source>
        <translation>Quitada de las listas. El registro conserva el nombre; la orden erase lo elimina para siempre.</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>La frase secreta está cambiada.</translation>
    </message>
    <message>
        <source>The recovery code is in {file}. Print it and delete the file.</source>
        <translation>El código de recuperación está en {file}. Imprímalo y elimine el archivo.</translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation>Lo mismo otra vez: </translation>
    </message>
    <message>
        <source>To open it: choose the book's folder on the lock screen.</source>
        <translation>Para abrirlo: elija la carpeta del cuaderno en la pantalla de bloqueo.</translation>
    </message>
    <message>
        <source>When: {when}.</source>
        <translation>Cuándo: {when}.</translation>
    </message>
    <message>
        <source>Wrong in the book and in its copy: {what}</source>
        <translation>Mal en el cuaderno y en su copia: {what}</translation>
    </message>
    <message>
        <source>a name needs a letter</source>
        <translation>un nombre necesita una letra</translation>
    </message>
    <message>
        <source>a value is needed here</source>
        <translation>aquí hace falta un valor</translation>
    </message>
    <message>
        <source>at least one value is needed here</source>
        <translation>aquí hace falta al menos un valor</translation>
    </message>
    <message>
        <source>cannot be given with %s</source>
        <translation>no se puede dar junto con %s</translation>
    </message>
    <message>
        <source>missing: %s</source>
        <translation>falta: %s</translation>
    </message>
    <message>
        <source>no value belongs here: %r</source>
        <translation>aquí no va ningún valor: %r</translation>
    </message>
    <message>
        <source>not known here: %s</source>
        <translation>no se conoce aquí: %s</translation>
    </message>
    <message>
        <source>{counts}. Fingerprint {root}</source>
        <translation>{counts}. Huella {root}</translation>
    </message>
    <message>
        <source>{part} is not a range of numbers</source>
        <translation>{part} no es un rango de números</translation>
    </message>
    <message numerus="yes">
        <source>{path}  %n page  {digest}|{path}  %n pages  {digest}</source>
        <translation><numerusform>{path}  %n página  {digest}</numerusform><numerusform>{path}  %n páginas  {digest}</numerusform></translation>
    </message>
    <message>
        <source>{text} is none of {known}</source>
        <translation>{text} no es ninguno de {known}</translation>
    </message>
    <message>
        <source>{text} is not a day, such as 2026-11-07</source>
        <translation>{text} no es un día, como 2026-11-07</translation>
    </message>
    <message>
        <source>{text} is not a number from 0 up</source>
        <translation>{text} no es un número desde 0</translation>
    </message>
    <message>
        <source>“{part}” is not a number</source>
        <translation>“{part}” no es un número</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message numerus="yes">
        <source>%n day|%n days</source>
        <translation><numerusform>%n día</numerusform><numerusform>%n días</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour|%n hours</source>
        <translation><numerusform>%n hora</numerusform><numerusform>%n horas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute|%n minutes</source>
        <translation><numerusform>%n minuto</numerusform><numerusform>%n minutos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n week|%n weeks</source>
        <translation><numerusform>%n semana</numerusform><numerusform>%n semanas</numerusform></translation>
    </message>
    <message>
        <source>An earliest and a latest time are needed.</source>
        <translation>Hacen falta una primera y una última hora.</translation>
    </message>
    <message>
        <source>April</source>
        <translation>abril</translation>
    </message>
    <message>
        <source>August</source>
        <translation>agosto</translation>
    </message>
    <message>
        <source>December</source>
        <translation>diciembre</translation>
    </message>
    <message>
        <source>Do you mean {choices}?</source>
        <translation>¿Quiere decir {choices}?</translation>
    </message>
    <message>
        <source>February</source>
        <translation>febrero</translation>
    </message>
    <message>
        <source>February {year} has no day 29.</source>
        <translation>Febrero de {year} no tiene día 29.</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>viernes</translation>
    </message>
    <message>
        <source>January</source>
        <translation>enero</translation>
    </message>
    <message>
        <source>July</source>
        <translation>julio</translation>
    </message>
    <message>
        <source>June</source>
        <translation>junio</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>a date as Qt writes it; own words in 'quotes'</extracomment>
        <translation>MMMM 'de' yyyy</translation>
    </message>
    <message>
        <source>March</source>
        <translation>marzo</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mayo</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>lunes</translation>
    </message>
    <message>
        <source>Not understood. Try 7 November 2026, 14:30.</source>
        <translation>No se entendió. Pruebe con 7 de noviembre de 2026, 14:30.</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>No se escribió nada.</translation>
    </message>
    <message>
        <source>November</source>
        <translation>noviembre</translation>
    </message>
    <message>
        <source>October</source>
        <translation>octubre</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>sábado</translation>
    </message>
    <message>
        <source>Say on which day it was at this time.</source>
        <translation>Indique qué día fue a esa hora.</translation>
    </message>
    <message>
        <source>September</source>
        <translation>septiembre</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>domingo</translation>
    </message>
    <message>
        <source>The latest time lies before the earliest.</source>
        <translation>La última hora es anterior a la primera.</translation>
    </message>
    <message>
        <source>There is no such date.</source>
        <translation>Esa fecha no existe.</translation>
    </message>
    <message>
        <source>There is no such time.</source>
        <translation>Esa hora no existe.</translation>
    </message>
    <message>
        <source>These words say two different times.</source>
        <translation>Estas palabras indican dos momentos distintos.</translation>
    </message>
    <message>
        <source>This date cannot be read.</source>
        <translation>Esta fecha no se puede leer.</translation>
    </message>
    <message>
        <source>This is too long for a date. Put the rest into the text.</source>
        <translation>Es demasiado largo para una fecha. Ponga el resto en el texto.</translation>
    </message>
    <message>
        <source>This year is too far away.</source>
        <translation>Este año está demasiado lejos.</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>jueves</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>martes</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>miércoles</translation>
    </message>
    <message>
        <source>about {day}</source>
        <translation>hacia el {day}</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>hacia {time}</translation>
    </message>
    <message>
        <source>between {first_day}, {first} and {last_day}, {last}</source>
        <translation>entre el {first_day}, {first}, y el {last_day}, {last}</translation>
    </message>
    <message>
        <source>between {first} and {last}</source>
        <translation>entre el {first} y el {last}</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>a date as Qt writes it; own words in 'quotes'</extracomment>
        <translation>d 'de' MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>a date as Qt writes it; own words in 'quotes'</extracomment>
        <translation>d 'de' MMMM 'de' yyyy</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <extracomment>a date as Qt writes it; own words in 'quotes'</extracomment>
        <translation>dddd d 'de' MMMM 'de' yyyy</translation>
    </message>
    <message>
        <source>time not known</source>
        <translation>hora desconocida</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day} de {month}</translation>
    </message>
    <message>
        <source>{day} {month} {year} is a {weekday}.</source>
        <translation>El {day} de {month} de {year} es {weekday}.</translation>
    </message>
    <message>
        <source>{day}, about {time}</source>
        <translation>{day}, hacia {time}</translation>
    </message>
    <message>
        <source>{day}, between {first} and {last}</source>
        <translation>{day}, entre {first} y {last}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{first} to {day}, {last}</source>
        <translation>{first} al {day}, {last}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>{hour}:{minute} am</source>
        <translation>{hour}:{minute} a. m.</translation>
    </message>
    <message>
        <source>{hour}:{minute} pm</source>
        <translation>{hour}:{minute} p. m.</translation>
    </message>
    <message>
        <source>{month} has no day {day}.</source>
        <translation>No hay día {day} en {month}.</translation>
    </message>
    <message>
        <source>{others}; or {last}</source>
        <translation>{others}; o {last}</translation>
    </message>
    <message>
        <source>{time} after the clocks went back</source>
        <translation>{time} después del cambio de hora</translation>
    </message>
    <message>
        <source>{time} before the clocks went back</source>
        <translation>{time} antes del cambio de hora</translation>
    </message>
    <message numerus="yes">
        <source>{time}|{time}</source>
        <extracomment>after about or between; the first form is for one o'clock</extracomment>
        <translation><numerusform>la {time}</numerusform><numerusform>las {time}</numerusform></translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}</source>
        <translation>{weekday} {day} de {month} de {year}</translation>
    </message>
    <message>
        <source>{when} (still to come)</source>
        <translation>{when} (aún por venir)</translation>
    </message>
    <message>
        <source>{when} (the clocks went forward over the time you typed)</source>
        <translation>{when} (los relojes se adelantaron y saltaron la hora que escribió)</translation>
    </message>
    <message>
        <source>{when}, give or take {margin}</source>
        <translation>{when}, con un margen de {margin}</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>1 June 2026</source>
        <translation>1 de junio de 2026</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>This day lies before the first one.</source>
        <translation>Este día es anterior al primero.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Alder County Court</source>
        <translation>Tribunal del condado de Alder</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message numerus="yes">
        <source>Let go to add %n file|Let go to add %n files</source>
        <translation><numerusform>Suelte para agregar %n archivo</numerusform><numerusform>Suelte para agregar %n archivos</numerusform></translation>
    </message>
    <message>
        <source>The originals are copied in and kept unchanged</source>
        <translation>Los originales se copian y se conservan sin cambios</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message numerus="yes">
        <source>%n chosen|%n chosen</source>
        <translation><numerusform>%n elegido</numerusform><numerusform>%n elegidos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n copy saved in “{folder}”|%n copies saved in “{folder}”</source>
        <translation><numerusform>%n copia guardada en “{folder}”</numerusform><numerusform>%n copias guardadas en “{folder}”</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entry has what you chose.|%n entries have what you chose.</source>
        <translation><numerusform>%n entrada tiene lo que eligió.</numerusform><numerusform>%n entradas tienen lo que eligió.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file added|%n files added</source>
        <translation><numerusform>%n archivo agregado</numerusform><numerusform>%n archivos agregados</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file belongs to messages.|%n files belong to messages.</source>
        <translation><numerusform>%n archivo es de los mensajes.</numerusform><numerusform>%n archivos son de los mensajes.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file could not be read just now|%n files could not be read just now</source>
        <translation><numerusform>%n archivo no se pudo leer por ahora</numerusform><numerusform>%n archivos no se pudieron leer por ahora</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file has changed since you added it.|%n files have changed since you added them.</source>
        <translation><numerusform>%n archivo ha cambiado desde que lo agregó.</numerusform><numerusform>%n archivos han cambiado desde que los agregó.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file has changed|%n files have changed</source>
        <translation><numerusform>%n archivo ha cambiado</numerusform><numerusform>%n archivos han cambiado</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file has not been checked yet.|%n files have not been checked yet.</source>
        <translation><numerusform>%n archivo aún no se ha comprobado.</numerusform><numerusform>%n archivos aún no se han comprobado.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file was not added|%n files were not added</source>
        <translation><numerusform>No se añadió %n archivo</numerusform><numerusform>No se añadieron %n archivos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file was not saved|%n files were not saved</source>
        <translation><numerusform>No se guardó %n archivo</numerusform><numerusform>No se guardaron %n archivos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file|%n files</source>
        <translation><numerusform>%n archivo</numerusform><numerusform>%n archivos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them is of a kind that cannot be cleaned, and is left out then.|%n of them are of kinds that cannot be cleaned, and are left out then.</source>
        <translation><numerusform>%n de ellos es de un tipo que no se puede limpiar, y entonces queda fuera.</numerusform><numerusform>%n de ellos son de tipos que no se pueden limpiar, y entonces quedan fuera.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page|%n pages</source>
        <translation><numerusform>%n página</numerusform><numerusform>%n páginas</numerusform></translation>
    </message>
    <message>
        <source>A backup made before may still hold what you added.</source>
        <translation>Una copia de seguridad anterior puede contener aún lo que agregó.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Agregar archivos</translation>
    </message>
    <message>
        <source>Add files (Ctrl+Shift+A)</source>
        <translation>Agregar archivos (Ctrl+Mayús+A)</translation>
    </message>
    <message>
        <source>Add to an entry</source>
        <translation>Agregar a una entrada</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Agregado</translation>
    </message>
    <message>
        <source>Adding files</source>
        <translation>Agregando archivos</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Todos {count}</translation>
    </message>
    <message>
        <source>Anyone at this computer can read the copies.</source>
        <translation>Cualquier persona que use este equipo puede leer las copias.</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Tal como están</translation>
    </message>
    <message>
        <source>Back to the files</source>
        <translation>Volver a los archivos</translation>
    </message>
    <message>
        <source>Blur pictures</source>
        <translation>Difuminar imágenes</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>Changed {count}</source>
        <translation>Cambiados {count}</translation>
    </message>
    <message>
        <source>Changing files</source>
        <translation>Cambiando archivos</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Check all files</source>
        <translation>Comprobar todos</translation>
    </message>
    <message>
        <source>Check all files: read each again and compare it with the day you added it</source>
        <translation>Comprobar todos los archivos: leer cada uno otra vez y compararlo con el día en que lo agregó</translation>
    </message>
    <message>
        <source>Checking files</source>
        <translation>Comprobando archivos</translation>
    </message>
    <message>
        <source>Choose none (Esc)</source>
        <translation>No elegir nada (Esc)</translation>
    </message>
    <message>
        <source>Chosen files</source>
        <translation>Archivos elegidos</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Desmarcar</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copying files into the book</source>
        <translation>Copiando archivos al cuaderno</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar para siempre</translation>
    </message>
    <message numerus="yes">
        <source>Delete this file for good?|Delete these %n files for good?</source>
        <translation><numerusform>¿Eliminar este archivo para siempre?</numerusform><numerusform>¿Eliminar estos %n archivos para siempre?</numerusform></translation>
    </message>
    <message>
        <source>Drop a photo, screenshot or voicemail anywhere in this window.</source>
        <translation>Suelte una foto, una captura o un mensaje de voz en cualquier parte de esta ventana.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message numerus="yes">
        <source>File added to the entry|%n files added to the entry</source>
        <translation><numerusform>Archivo agregado a la entrada</numerusform><numerusform>%n archivos agregados a la entrada</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>File deleted for good|%n files deleted for good</source>
        <translation><numerusform>Archivo eliminado para siempre</numerusform><numerusform>%n archivos eliminados para siempre</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>File moved to the bin|%n files moved to the bin</source>
        <translation><numerusform>Archivo enviado a la papelera</numerusform><numerusform>%n archivos enviados a la papelera</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>File put back|%n files put back</source>
        <translation><numerusform>Archivo restaurado</numerusform><numerusform>%n archivos restaurados</numerusform></translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Files stay in the bin until you delete them for good.</source>
        <translation>Los archivos se quedan en la papelera hasta que usted los elimine para siempre.</translation>
    </message>
    <message>
        <source>Files that you take out stay here until you delete them.</source>
        <translation>Los archivos que quite quedan aquí hasta que los elimine.</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Cuadrícula</translation>
    </message>
    <message>
        <source>Has changed</source>
        <translation>Ha cambiado</translation>
    </message>
    <message>
        <source>In a report {count}</source>
        <translation>En un informe {count}</translation>
    </message>
    <message>
        <source>In the bin {count}</source>
        <translation>En la papelera {count}</translation>
    </message>
    <message>
        <source>Keep in the bin</source>
        <translation>Dejar en la papelera</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Tipo de archivo</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Más grandes primero</translation>
    </message>
    <message>
        <source>Leave it here</source>
        <translation>Dejarlo aquí</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Looking at files</source>
        <translation>Revisando archivos</translation>
    </message>
    <message numerus="yes">
        <source>Move this file to the bin?|Move these %n files to the bin?</source>
        <translation><numerusform>¿Enviar este archivo a la papelera?</numerusform><numerusform>¿Enviar estos %n archivos a la papelera?</numerusform></translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Enviar a la papelera</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name, word, date</source>
        <translation>Nombre, palabra, fecha</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más recientes primero</translation>
    </message>
    <message>
        <source>No files match</source>
        <translation>Ningún archivo coincide</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Aún no hay archivos</translation>
    </message>
    <message>
        <source>Not linked {count}</source>
        <translation>Sin enlazar {count}</translation>
    </message>
    <message numerus="yes">
        <source>Nothing brings it back. The record keeps that a file was deleted. Backups made before today still hold it.|Nothing brings them back. The record keeps that files were deleted. Backups made before today still hold them.</source>
        <translation><numerusform>Nada lo recupera. El registro conserva que se eliminó un archivo. Las copias de seguridad anteriores a hoy aún lo contienen.</numerusform><numerusform>Nada los recupera. El registro conserva que se eliminaron archivos. Las copias de seguridad anteriores a hoy aún los contienen.</numerusform></translation>
    </message>
    <message>
        <source>Nothing there changes. You can put it back at any time.</source>
        <translation>Ahí no cambia nada. Puede restaurarlo cuando quiera.</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Más antiguos primero</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Orden: {order}</translation>
    </message>
    <message>
        <source>Other words or fewer filters may find more.</source>
        <translation>Con otras palabras o menos filtros puede encontrar más.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Read each again and compare it with the day you added it</source>
        <translation>Lee cada archivo otra vez y lo compara con el día en que lo agregó</translation>
    </message>
    <message>
        <source>Same as the day you added it. Checked today, {time}.</source>
        <translation>Igual que el día que lo agregó. Comprobado hoy, {time}.</translation>
    </message>
    <message>
        <source>Same as the day you added it. Checked {day}.</source>
        <translation>Igual que el día que lo agregó. Comprobado el {day}.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message numerus="yes">
        <source>Save a copy of this file?|Save copies of these %n files?</source>
        <translation><numerusform>¿Guardar una copia de este archivo?</numerusform><numerusform>¿Guardar copias de estos %n archivos?</numerusform></translation>
    </message>
    <message>
        <source>Save copies</source>
        <translation>Guardar copias</translation>
    </message>
    <message>
        <source>Saving copies</source>
        <translation>Guardando copias</translation>
    </message>
    <message>
        <source>Show files as</source>
        <translation>Mostrar los archivos como</translation>
    </message>
    <message>
        <source>Show what has changed</source>
        <translation>Mostrar lo que ha cambiado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Stopped. No copy was saved.</source>
        <translation>Detenido. No se guardó ninguna copia.</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>La papelera está vacía</translation>
    </message>
    <message numerus="yes">
        <source>The file is the same as the day you added it|All %n files are the same as the day you added them</source>
        <translation><numerusform>El archivo es igual que el día que lo agregó</numerusform><numerusform>Los %n archivos son iguales que el día que los agregó</numerusform></translation>
    </message>
    <message>
        <source>The files have not been checked yet.</source>
        <translation>Los archivos aún no se han comprobado.</translation>
    </message>
    <message numerus="yes">
        <source>The one file is the same as the day you added it. Checked today, {time}.|All %n files are the same as the day you added them. Checked today, {time}.</source>
        <translation><numerusform>El único archivo es igual que el día que lo agregó. Comprobado hoy, {time}.</numerusform><numerusform>Los %n archivos son iguales que el día que los agregó. Comprobados hoy, {time}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The one file is the same as the day you added it. Checked {day}.|All %n files are the same as the day you added them. Checked {day}.</source>
        <translation><numerusform>El único archivo es igual que el día que lo agregó. Comprobado el {day}.</numerusform><numerusform>Los %n archivos son iguales que el día que los agregó. Comprobados el {day}.</numerusform></translation>
    </message>
    <message>
        <source>There is no entry yet. Write one about the files.</source>
        <translation>Aún no hay ninguna entrada. Escriba una sobre los archivos.</translation>
    </message>
    <message>
        <source>They are in that entry already</source>
        <translation>Ya están en esa entrada</translation>
    </message>
    <message>
        <source>This file has changed since you added it.</source>
        <translation>Este archivo ha cambiado desde que lo agregó.</translation>
    </message>
    <message numerus="yes">
        <source>This file has changed since you added it|%n files have changed since you added them</source>
        <translation><numerusform>Este archivo ha cambiado desde que lo agregó</numerusform><numerusform>%n archivos han cambiado desde que los agregó</numerusform></translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usado en</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>What you add is copied in and kept unchanged.</source>
        <translation>Lo que agregue se copia y se conserva sin cambios.</translation>
    </message>
    <message>
        <source>Without hidden data they do not say where and when they were taken.</source>
        <translation>Sin datos ocultos no dicen dónde ni cuándo se tomaron.</translation>
    </message>
    <message>
        <source>Write an entry</source>
        <translation>Escribir una entrada</translation>
    </message>
    <message>
        <source>blurred, press Space to look</source>
        <translation>difuminado, presione Espacio para mirar</translation>
    </message>
    <message>
        <source>has changed since you added it</source>
        <translation>ha cambiado desde que lo agregó</translation>
    </message>
    <message numerus="yes">
        <source>in %n entry|in %n entries</source>
        <translation><numerusform>en %n entrada</numerusform><numerusform>en %n entradas</numerusform></translation>
    </message>
    <message>
        <source>in messages</source>
        <translation>en mensajes</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>sin enlazar</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more|{names} and %n more</source>
        <translation><numerusform>{names} y %n más</numerusform><numerusform>{names} y %n más</numerusform></translation>
    </message>
    <message>
        <source>{names} and more</source>
        <translation>{names} y más</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} de {total}</translation>
    </message>
    <message>
        <source>{size} in this book</source>
        <translation>{size} en este cuaderno</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>A book cannot lie so deep in other folders. Nothing was changed.</source>
        <translation>Un cuaderno no puede estar tan adentro de otras carpetas. No se cambió nada.</translation>
    </message>
    <message>
        <source>A book gets a folder of its own, so that nothing is written over.</source>
        <translation>Cada cuaderno tiene su propia carpeta, para no escribir encima de nada.</translation>
    </message>
    <message>
        <source>A file of the book was removed or damaged after the last save.</source>
        <translation>Un archivo del cuaderno se quitó o se dañó después del último guardado.</translation>
    </message>
    <message>
        <source>A file there could take the place of one that the book needs.</source>
        <translation>Un archivo de ese lugar podría ocupar el sitio de uno que el cuaderno necesita.</translation>
    </message>
    <message>
        <source>A name that this report must not show stands in what you chose.</source>
        <translation>En lo que eligió hay un nombre que este informe no debe mostrar.</translation>
    </message>
    <message>
        <source>A page or a file is missing or not what was saved. Nothing was changed.</source>
        <translation>Una página o un archivo falta o no es lo que se guardó. No se cambió nada.</translation>
    </message>
    <message>
        <source>A part of the program that opens files is missing.</source>
        <translation>Falta una parte del programa que abre archivos.</translation>
    </message>
    <message>
        <source>Allow reading and writing there, or copy the book to another place.</source>
        <translation>Permita leer y escribir ahí, o copie el cuaderno a otro lugar.</translation>
    </message>
    <message>
        <source>Answer it, and try again.</source>
        <translation>Respóndala e intente de nuevo.</translation>
    </message>
    <message>
        <source>Both copies of it are unreadable. Nothing was changed.</source>
        <translation>Ninguna de sus dos copias se puede leer. No se cambió nada.</translation>
    </message>
    <message>
        <source>Change the words, leave these parts out, or choose to be named by the legal name.</source>
        <translation>Cambie las palabras, deje fuera estas partes o elija aparecer con el nombre legal.</translation>
    </message>
    <message>
        <source>Check Caps Lock and try again.</source>
        <translation>Revise la tecla Bloq Mayús e intente de nuevo.</translation>
    </message>
    <message>
        <source>Choose a folder nearer to the top, or move the book there.</source>
        <translation>Elija una carpeta más cercana al inicio, o mueva el cuaderno ahí.</translation>
    </message>
    <message>
        <source>Choose a new folder.</source>
        <translation>Elija una carpeta nueva.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Elija otro lugar.</translation>
    </message>
    <message>
        <source>Choose at least one entry, file or message.</source>
        <translation>Elija al menos una entrada, un archivo o un mensaje.</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Elija uno de la lista.</translation>
    </message>
    <message>
        <source>Choose the folder that you made the book in.</source>
        <translation>Elija la carpeta en la que creó el cuaderno.</translation>
    </message>
    <message>
        <source>Choose which one you mean.</source>
        <translation>Elija a cuál se refiere.</translation>
    </message>
    <message>
        <source>Close other programs that use it, and try again.</source>
        <translation>Cierre otros programas que lo usen e intente de nuevo.</translation>
    </message>
    <message>
        <source>Close other programs, and try again.</source>
        <translation>Cierre otros programas e intente de nuevo.</translation>
    </message>
    <message>
        <source>Compare it with your sheet, group by group.</source>
        <translation>Compárela con su hoja, grupo por grupo.</translation>
    </message>
    <message>
        <source>Copy the text, and open the book again to see what it holds.</source>
        <translation>Copie el texto y vuelva a abrir el cuaderno para ver qué contiene.</translation>
    </message>
    <message>
        <source>Export a shorter time, in several files.</source>
        <translation>Exporte un período más corto, en varios archivos.</translation>
    </message>
    <message>
        <source>Export fewer conversations at once, in several files.</source>
        <translation>Exporte menos conversaciones a la vez, en varios archivos.</translation>
    </message>
    <message>
        <source>Export it again from the phone.</source>
        <translation>Vuelva a exportarlo desde el teléfono.</translation>
    </message>
    <message>
        <source>Export or copy it again.</source>
        <translation>Vuelva a exportarlo o a copiarlo.</translation>
    </message>
    <message>
        <source>If you did it yourself, you can open it. If not, look at your backups first.</source>
        <translation>Si lo hizo usted, puede abrirlo. Si no, revise primero sus copias de seguridad.</translation>
    </message>
    <message>
        <source>In the place of its file {name} stands a link, a folder or a pipe. Saves could go astray. Nothing was changed.</source>
        <translation>En el lugar de su archivo {name} hay un enlace, una carpeta o una tubería. Lo que guarde podría perderse. No se cambió nada.</translation>
    </message>
    <message>
        <source>Install the program again. Your book is not touched.</source>
        <translation>Vuelva a instalar el programa. Su cuaderno no se toca.</translation>
    </message>
    <message>
        <source>It can be read as day first or month first.</source>
        <translation>Se puede leer con el día primero o con el mes primero.</translation>
    </message>
    <message>
        <source>It could be made to do harm. Nothing was added.</source>
        <translation>Podría estar hecho para causar daño. No se agregó nada.</translation>
    </message>
    <message>
        <source>It does not say in which time zone its times are.</source>
        <translation>No dice en qué zona horaria están sus horas.</translation>
    </message>
    <message>
        <source>It does not say which of the people is you.</source>
        <translation>No dice cuál de las personas es usted.</translation>
    </message>
    <message>
        <source>It is complete, so it belongs to another book or was replaced.</source>
        <translation>Está completo, así que es de otro cuaderno o alguien lo reemplazó.</translation>
    </message>
    <message>
        <source>It is kept safe as it is.</source>
        <translation>Queda a salvo tal como está.</translation>
    </message>
    <message>
        <source>It is missing, it is a folder, or another program holds it.</source>
        <translation>No está, es una carpeta o lo tiene otro programa.</translation>
    </message>
    <message>
        <source>It is not certain that this was saved. Your words are still here.</source>
        <translation>No es seguro que esto se haya guardado. Sus palabras siguen aquí.</translation>
    </message>
    <message>
        <source>It is not complete, or it was changed. Nothing was written.</source>
        <translation>No está completa o alguien la cambió. No se escribió nada.</translation>
    </message>
    <message>
        <source>It is the legal name. It stands here: {where}. Nothing was saved.</source>
        <translation>Es el nombre legal. Está aquí: {where}. No se guardó nada.</translation>
    </message>
    <message>
        <source>It was not read to its end, and nothing was added.</source>
        <translation>No se leyó hasta el final y no se agregó nada.</translation>
    </message>
    <message>
        <source>Leaving parts out does not help here: change the words, or choose to be named by the legal name.</source>
        <translation>Dejar partes fuera no ayuda aquí. Cambie las palabras o elija aparecer con el nombre legal.</translation>
    </message>
    <message>
        <source>Look at the book, or print to another place.</source>
        <translation>Mire el cuaderno o imprima en otro lugar.</translation>
    </message>
    <message>
        <source>Look at your backups before you go on.</source>
        <translation>Revise sus copias de seguridad antes de seguir.</translation>
    </message>
    <message>
        <source>Look for a newer sheet, or use the passphrase.</source>
        <translation>Busque una hoja más reciente o use la frase secreta.</translation>
    </message>
    <message>
        <source>Make or restore it again, into this folder or a new one.</source>
        <translation>Créelo o restáurelo de nuevo, en esta carpeta o en una nueva.</translation>
    </message>
    <message>
        <source>Make room on the disk, and try again.</source>
        <translation>Libere espacio en el disco e intente de nuevo.</translation>
    </message>
    <message>
        <source>Making or restoring it was cut short, and nothing is kept in it.</source>
        <translation>Se interrumpió mientras se creaba o restauraba, y no contiene nada.</translation>
    </message>
    <message>
        <source>Nothing can be saved in this folder.</source>
        <translation>No se puede guardar nada en esta carpeta.</translation>
    </message>
    <message>
        <source>Nothing is chosen for the report.</source>
        <translation>No hay nada elegido para el informe.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>No se agregó nada.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Nothing was left behind.</source>
        <translation>No quedó nada a medias.</translation>
    </message>
    <message>
        <source>Open it with the newer version.</source>
        <translation>Ábralo con la versión más nueva.</translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation>Ábralo o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Part of the recovery key was read or typed wrongly.</source>
        <translation>Una parte de la clave de recuperación se leyó o se escribió mal.</translation>
    </message>
    <message>
        <source>Part of this book is damaged.</source>
        <translation>Una parte de este cuaderno está dañada.</translation>
    </message>
    <message>
        <source>People who know you try names, dates and songs first.</source>
        <translation>Quienes le conocen prueban primero nombres, fechas y canciones.</translation>
    </message>
    <message>
        <source>Put in the stick that holds it, and choose the file.</source>
        <translation>Conecte la memoria USB que lo contiene y elija el archivo.</translation>
    </message>
    <message>
        <source>Put it back, and try again.</source>
        <translation>Vuelva a ponerlo e intente de nuevo.</translation>
    </message>
    <message>
        <source>Put the file itself back, or restore a backup to a new folder.</source>
        <translation>Vuelva a poner el archivo mismo, o restaure una copia de seguridad en una carpeta nueva.</translation>
    </message>
    <message>
        <source>Restore your last backup to a new folder, and keep this one as it is.</source>
        <translation>Restaure su última copia de seguridad en una carpeta nueva y conserve este tal como está.</translation>
    </message>
    <message>
        <source>Restore your last backup to a new folder.</source>
        <translation>Restaure su última copia de seguridad en una carpeta nueva.</translation>
    </message>
    <message>
        <source>Save it as it is, or make a picture of it first.</source>
        <translation>Guárdelo tal como está o haga primero una imagen de él.</translation>
    </message>
    <message>
        <source>Someone may have put an earlier copy in its place, or you restored one.</source>
        <translation>Alguien pudo haber puesto una copia anterior en su lugar, o usted restauró una.</translation>
    </message>
    <message>
        <source>Something that was saved in this book is missing.</source>
        <translation>Falta algo que se había guardado en este cuaderno.</translation>
    </message>
    <message>
        <source>That passphrase does not open this book.</source>
        <translation>Esa frase secreta no abre este cuaderno.</translation>
    </message>
    <message>
        <source>That recovery key does not open this book.</source>
        <translation>Esa clave de recuperación no abre este cuaderno.</translation>
    </message>
    <message>
        <source>The book cannot do this.</source>
        <translation>El cuaderno no puede hacer esto.</translation>
    </message>
    <message>
        <source>The book's folder has gone.</source>
        <translation>La carpeta del cuaderno ya no está.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>The disk reports a fault.</source>
        <translation>El disco informa de una falla.</translation>
    </message>
    <message>
        <source>The disk, the folder or a file in it does not allow it. Your words are still here.</source>
        <translation>El disco, la carpeta o un archivo de ella no lo permite. Sus palabras siguen aquí.</translation>
    </message>
    <message>
        <source>The first copy may be in a backup.</source>
        <translation>La primera copia puede estar en una copia de seguridad.</translation>
    </message>
    <message>
        <source>The folder holds none of the files of a book.</source>
        <translation>La carpeta no contiene ninguno de los archivos de un cuaderno.</translation>
    </message>
    <message>
        <source>The hidden data in this kind of file cannot be taken out here.</source>
        <translation>Los datos ocultos de este tipo de archivo no se pueden quitar aquí.</translation>
    </message>
    <message>
        <source>The part of the book that holds its locks is damaged.</source>
        <translation>La parte del cuaderno que contiene sus cierres está dañada.</translation>
    </message>
    <message>
        <source>The path of this folder is too long.</source>
        <translation>La ruta de esta carpeta es demasiado larga.</translation>
    </message>
    <message>
        <source>The place cannot be written, or the disk is full. Nothing was left behind.</source>
        <translation>No se puede escribir en ese lugar o el disco está lleno. No quedó nada a medias.</translation>
    </message>
    <message>
        <source>The report cannot be made.</source>
        <translation>No se puede hacer el informe.</translation>
    </message>
    <message>
        <source>The report did not pass its own check, so it was not saved.</source>
        <translation>El informe no pasó su propia revisión, así que no se guardó.</translation>
    </message>
    <message>
        <source>The result could not be printed.</source>
        <translation>No se pudo mostrar el resultado.</translation>
    </message>
    <message>
        <source>The stick was pulled out, or the folder was moved. Your words are still here.</source>
        <translation>Se desconectó la memoria USB o se movió la carpeta. Sus palabras siguen aquí.</translation>
    </message>
    <message>
        <source>There are no rules here for a court with this name.</source>
        <translation>Aquí no hay reglas para un tribunal con este nombre.</translation>
    </message>
    <message>
        <source>There is a book or a file here already.</source>
        <translation>Aquí ya hay un cuaderno o un archivo.</translation>
    </message>
    <message>
        <source>There is no book here.</source>
        <translation>Aquí no hay ningún cuaderno.</translation>
    </message>
    <message>
        <source>There is not enough free memory to open this book.</source>
        <translation>No hay suficiente memoria libre para abrir este cuaderno.</translation>
    </message>
    <message>
        <source>This backup cannot be opened.</source>
        <translation>Esta copia de seguridad no se puede abrir.</translation>
    </message>
    <message>
        <source>This book also needs its key file.</source>
        <translation>Este cuaderno también necesita su archivo de clave.</translation>
    </message>
    <message>
        <source>This book cannot be opened safely.</source>
        <translation>Este cuaderno no se puede abrir de forma segura.</translation>
    </message>
    <message>
        <source>This book is older than the one last used here.</source>
        <translation>Este cuaderno es anterior al último que se usó aquí.</translation>
    </message>
    <message>
        <source>This book is open in another window.</source>
        <translation>Este cuaderno está abierto en otra ventana.</translation>
    </message>
    <message>
        <source>This book was made by a newer version of the program.</source>
        <translation>Este cuaderno se hizo con una versión más nueva del programa.</translation>
    </message>
    <message>
        <source>This book was never finished.</source>
        <translation>Este cuaderno nunca se terminó.</translation>
    </message>
    <message>
        <source>This cannot be saved there.</source>
        <translation>Esto no se puede guardar ahí.</translation>
    </message>
    <message>
        <source>This date can be two days.</source>
        <translation>Esta fecha puede ser dos días distintos.</translation>
    </message>
    <message>
        <source>This date cannot be used.</source>
        <translation>Esta fecha no se puede usar.</translation>
    </message>
    <message>
        <source>This date is not understood.</source>
        <translation>Esta fecha no se entiende.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Esto no funcionó.</translation>
    </message>
    <message>
        <source>This file cannot be brought in.</source>
        <translation>Este archivo no se puede importar.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Este archivo no se puede leer.</translation>
    </message>
    <message>
        <source>This file cannot be worked with.</source>
        <translation>No se puede trabajar con este archivo.</translation>
    </message>
    <message>
        <source>This file changed while it was read.</source>
        <translation>Este archivo cambió mientras se leía.</translation>
    </message>
    <message>
        <source>This file declares things that a message export never needs.</source>
        <translation>Este archivo declara cosas que una exportación de mensajes nunca necesita.</translation>
    </message>
    <message>
        <source>This file has changed since you added it.</source>
        <translation>Este archivo ha cambiado desde que lo agregó.</translation>
    </message>
    <message>
        <source>This file holds more than {most} conversations.</source>
        <translation>Este archivo contiene más de {most} conversaciones.</translation>
    </message>
    <message>
        <source>This file holds names that are longer than any phone has.</source>
        <translation>Este archivo contiene nombres más largos que los de cualquier teléfono.</translation>
    </message>
    <message>
        <source>This file is larger or deeper than any real export.</source>
        <translation>Este archivo es más grande o más profundo que cualquier exportación real.</translation>
    </message>
    <message>
        <source>This file is no longer where the book keeps it.</source>
        <translation>Este archivo ya no está donde el cuaderno lo guarda.</translation>
    </message>
    <message>
        <source>This file is something else: {kind}.</source>
        <translation>Este archivo es otra cosa: {kind}.</translation>
    </message>
    <message>
        <source>This file leaves a question that only you can answer.</source>
        <translation>Este archivo deja una pregunta que solo usted puede responder.</translation>
    </message>
    <message>
        <source>This folder is not empty.</source>
        <translation>Esta carpeta no está vacía.</translation>
    </message>
    <message>
        <source>This is not in the book any more.</source>
        <translation>Esto ya no está en el cuaderno.</translation>
    </message>
    <message>
        <source>This kind of file is not known here.</source>
        <translation>Este tipo de archivo no se conoce aquí.</translation>
    </message>
    <message>
        <source>This passphrase is easy to guess.</source>
        <translation>Esta frase secreta es fácil de adivinar.</translation>
    </message>
    <message>
        <source>This picture cannot be shown here.</source>
        <translation>Esta imagen no se puede mostrar aquí.</translation>
    </message>
    <message>
        <source>This place lies inside the book's own folder.</source>
        <translation>Este lugar está dentro de la carpeta del propio cuaderno.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Este valor no se puede usar.</translation>
    </message>
    <message>
        <source>This value cannot be used: {value}.</source>
        <translation>Este valor no se puede usar: {value}.</translation>
    </message>
    <message>
        <source>This was not saved. What was saved before is safe, and your words are still here.</source>
        <translation>Esto no se guardó. Lo guardado antes está a salvo y sus palabras siguen aquí.</translation>
    </message>
    <message>
        <source>This zip file has a password.</source>
        <translation>Este archivo zip tiene contraseña.</translation>
    </message>
    <message>
        <source>This zip file is cut off or damaged.</source>
        <translation>Este archivo zip está cortado o dañado.</translation>
    </message>
    <message>
        <source>Try again with fewer parts, and tell the people who make this program.</source>
        <translation>Intente de nuevo con menos partes y avise a quienes hacen este programa.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Intente de nuevo.</translation>
    </message>
    <message>
        <source>Two windows must not write in one book.</source>
        <translation>Dos ventanas no deben escribir en un mismo cuaderno.</translation>
    </message>
    <message>
        <source>Unpack it first, and bring in what is inside.</source>
        <translation>Primero descomprímalo y luego importe lo que contiene.</translation>
    </message>
    <message>
        <source>Use another backup.</source>
        <translation>Use otra copia de seguridad.</translation>
    </message>
    <message>
        <source>Use five words that do not belong together.</source>
        <translation>Use seis palabras que no tengan relación entre sí.</translation>
    </message>
    <message>
        <source>Use the other window, or close it first.</source>
        <translation>Use la otra ventana o ciérrela primero.</translation>
    </message>
    <message>
        <source>Wait until the other program is done, and try again.</source>
        <translation>Espere a que el otro programa termine e intente de nuevo.</translation>
    </message>
    <message>
        <source>What is on the disk does not match its fingerprint.</source>
        <translation>Lo que hay en el disco no concuerda con su huella.</translation>
    </message>
    <message>
        <source>What this command saves is saved: do not give it a second time.</source>
        <translation>Lo que esta orden guarda está guardado: no la dé por segunda vez.</translation>
    </message>
    <message>
        <source>Write it like 3 April 2026, or yesterday at 8 pm.</source>
        <translation>Escríbala como 3 de abril de 2026, o ayer a las 8 de la noche.</translation>
    </message>
    <message>
        <source>Write it like 3 April 2026.</source>
        <translation>Escríbala como 3 de abril de 2026.</translation>
    </message>
    <message>
        <source>You can keep it as evidence instead.</source>
        <translation>En cambio, puede guardarlo como prueba.</translation>
    </message>
    <message>
        <source>Your book is not touched.</source>
        <translation>Su cuaderno no se toca.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>a 7z archive that must be unpacked first</source>
        <translation>un archivo 7z que primero hay que descomprimir</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un documento PDF</translation>
    </message>
    <message>
        <source>a RAR archive that must be unpacked first</source>
        <translation>un archivo RAR que primero hay que descomprimir</translation>
    </message>
    <message>
        <source>a database file</source>
        <translation>un archivo de base de datos</translation>
    </message>
    <message>
        <source>a packed file that must be unpacked first</source>
        <translation>un archivo comprimido que primero hay que descomprimir</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>un programa</translation>
    </message>
    <message>
        <source>a settings file from an Apple device</source>
        <translation>un archivo de ajustes de un dispositivo Apple</translation>
    </message>
    <message>
        <source>a sound recording</source>
        <translation>una grabación de audio</translation>
    </message>
    <message>
        <source>a tar archive that must be unpacked first</source>
        <translation>un archivo tar que primero hay que descomprimir</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>un video</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>una página web</translation>
    </message>
    <message>
        <source>a whole-phone Android backup</source>
        <translation>una copia completa de un teléfono Android</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>un documento de Office</translation>
    </message>
    <message>
        <source>an encrypted WhatsApp backup</source>
        <translation>una copia cifrada de WhatsApp</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>Elegir un lugar</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nombre del archivo</translation>
    </message>
    <message>
        <source>Fitting files ({endings})</source>
        <translation>Archivos adecuados ({endings})</translation>
    </message>
    <message>
        <source>Look in</source>
        <translation>Buscar en</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message numerus="yes">
        <source>%n found|%n found</source>
        <translation><numerusform>%n encontrado</numerusform><numerusform>%n encontrados</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Chat, %n message|Chat, %n messages</source>
        <translation><numerusform>Chat, %n mensaje</numerusform><numerusform>Chat, %n mensajes</numerusform></translation>
    </message>
    <message>
        <source>Entries with this person</source>
        <translation>Entradas con esta persona</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Nothing in this book matches.</source>
        <translation>Nada de este cuaderno coincide.</translation>
    </message>
    <message>
        <source>Page, person, entry or number</source>
        <translation>Página, persona, entrada o número</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>número {number}</translation>
    </message>
    <message>
        <source>{kind}, {about}</source>
        <translation>{kind}, {about}</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A description and a transcript are found by the search, and are printed beside the exhibit.</source>
        <translation>La búsqueda encuentra la descripción y la transcripción, y se imprimen junto al anexo.</translation>
    </message>
    <message>
        <source>A draft is kept every two seconds inside the book. It is still there after hiding and locking.</source>
        <translation>El borrador se guarda cada dos segundos dentro del cuaderno. Sigue ahí después de ocultar y bloquear.</translation>
    </message>
    <message>
        <source>A watched computer can record what you type. A safer device, or an advocate’s office, may be better.</source>
        <translation>Un equipo vigilado puede registrar lo que usted escribe. Un dispositivo más seguro o un centro de apoyo puede ser mejor.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Agregar archivos</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Todas las teclas</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Blurred pictures</source>
        <translation>Imágenes difuminadas</translation>
    </message>
    <message>
        <source>Bring in a chat</source>
        <translation>Importar un chat</translation>
    </message>
    <message>
        <source>Change or remove an entry</source>
        <translation>Cambiar o quitar una entrada</translation>
    </message>
    <message>
        <source>Changes act at once</source>
        <translation>Los cambios actúan al instante</translation>
    </message>
    <message>
        <source>Choose the days, the court and how your name is shown. The preview is the real report.</source>
        <translation>Elija los días, el tribunal y cómo aparece su nombre. La vista previa es el informe real.</translation>
    </message>
    <message>
        <source>Choose the exported file. Nothing is written before the last step, and an import can be undone.</source>
        <translation>Elija el archivo exportado. No se escribe nada antes del último paso y una importación se puede deshacer.</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Cerrar la ayuda</translation>
    </message>
    <message>
        <source>Ctrl with plus and minus changes the size, the arrow keys move. The file itself never changes.</source>
        <translation>Ctrl con más y menos cambia el tamaño, las flechas mueven. El archivo mismo nunca cambia.</translation>
    </message>
    <message>
        <source>Describe it</source>
        <translation>Descríbalo</translation>
    </message>
    <message>
        <source>Drop them anywhere in the window. The book keeps each original as it is, once.</source>
        <translation>Suéltelos en cualquier parte de la ventana. El cuaderno conserva cada original tal como es, una sola vez.</translation>
    </message>
    <message>
        <source>Drop them on the window, paste a picture, or press Ctrl+Shift+A. The original is copied in and never changed.</source>
        <translation>Suéltelos en la ventana, pegue una imagen o presione Ctrl+Mayús+A. El original se copia y nunca se cambia.</translation>
    </message>
    <message>
        <source>Each file has a fingerprint from the day you added it. A check compares them and names what differs.</source>
        <translation>Cada archivo tiene una huella del día en que lo agregó. Una comprobación las compara y nombra lo que difiere.</translation>
    </message>
    <message>
        <source>Every version of the entry is kept. What came in and what went is marked in the words.</source>
        <translation>Se conserva cada versión de la entrada. Lo agregado y lo quitado se marca en las palabras.</translation>
    </message>
    <message>
        <source>Files and pictures</source>
        <translation>Archivos e imágenes</translation>
    </message>
    <message>
        <source>Find an entry</source>
        <translation>Encontrar una entrada</translation>
    </message>
    <message>
        <source>Find messages</source>
        <translation>Encontrar mensajes</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>Encontrar palabras</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Ayuda de esta página</translation>
    </message>
    <message>
        <source>Help: {page}</source>
        <translation>Ayuda: {page}</translation>
    </message>
    <message>
        <source>In a document or a text, Ctrl+F finds words and F3 goes to the next place.</source>
        <translation>En un documento o un texto, Ctrl+F encuentra palabras y F3 va al lugar siguiente.</translation>
    </message>
    <message>
        <source>Is it still the same?</source>
        <translation>¿Sigue siendo el mismo?</translation>
    </message>
    <message>
        <source>Leaving fast</source>
        <translation>Salir rápido</translation>
    </message>
    <message>
        <source>Listen and watch</source>
        <translation>Escuchar y mirar</translation>
    </message>
    <message>
        <source>Look closely</source>
        <translation>Mirar de cerca</translation>
    </message>
    <message>
        <source>Make a locked copy every week or two, and keep it away from this computer.</source>
        <translation>Haga una copia cifrada cada una o dos semanas y guárdela lejos de este equipo.</translation>
    </message>
    <message>
        <source>Make a report</source>
        <translation>Hacer un informe</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>No se pierde nada</translation>
    </message>
    <message>
        <source>Nothing is sent. The finished report is a plain PDF: save it where only you look.</source>
        <translation>No se envía nada. El informe terminado es un PDF común: guárdelo donde solo usted mire.</translation>
    </message>
    <message>
        <source>Only the first box is needed</source>
        <translation>Solo hace falta el primer cuadro</translation>
    </message>
    <message>
        <source>Open it and edit it: every earlier version stays in its history. A removed entry can be taken back from the bin.</source>
        <translation>Ábrala y edítela: cada versión anterior queda en su historial. Una entrada quitada se puede sacar de la papelera.</translation>
    </message>
    <message>
        <source>Press Space to look at one. Settings, “Safety and privacy”, turns the blur on or off.</source>
        <translation>Presione Espacio para mirar una. Ajustes, “Seguridad y privacidad”, activa o desactiva el difuminado.</translation>
    </message>
    <message>
        <source>Press “{button}”, or Ctrl+N on any page. One sentence is enough; the rest can come later.</source>
        <translation>Presione “{button}”, o Ctrl+N en cualquier página. Basta una oración; el resto puede venir después.</translation>
    </message>
    <message>
        <source>Put messages into an entry</source>
        <translation>Poner mensajes en una entrada</translation>
    </message>
    <message>
        <source>Some exports write the month first. The page shows a worked example, and asks when both are possible.</source>
        <translation>Algunas exportaciones escriben primero el mes. La página muestra un ejemplo y pregunta cuando ambos son posibles.</translation>
    </message>
    <message>
        <source>Space plays and holds. The arrow keys on the wave form go five seconds on or back. A video begins without sound, and blurred.</source>
        <translation>Espacio reproduce y pausa. Las flechas sobre la forma de onda avanzan o retroceden cinco segundos. Un video empieza sin sonido y difuminado.</translation>
    </message>
    <message>
        <source>There is nothing to save. Each book keeps its own settings, locked inside it.</source>
        <translation>No hay nada que guardar. Cada cuaderno guarda sus propios ajustes, cifrados dentro de él.</translation>
    </message>
    <message>
        <source>They name what a reader may ask about. You can save anyway.</source>
        <translation>Nombran lo que un lector puede preguntar. Puede guardar de todos modos.</translation>
    </message>
    <message>
        <source>Things to look at</source>
        <translation>Cosas por revisar</translation>
    </message>
    <message>
        <source>Tick them with Space, with Shift and the arrows for a run. Then press the button below.</source>
        <translation>Márquelos con Espacio, y con Mayús y las flechas si van seguidos. Luego presione el botón de abajo.</translation>
    </message>
    <message>
        <source>Type a word in the search box. Each hit is shown with the messages around it.</source>
        <translation>Escriba una palabra en el cuadro de búsqueda. Cada coincidencia se muestra con los mensajes de alrededor.</translation>
    </message>
    <message>
        <source>Type in the search box, or filter by person, kind and days. Press a bar of the weeks to see those days.</source>
        <translation>Escriba en el cuadro de búsqueda, o filtre por persona, tipo y días. Presione una barra de las semanas para ver esos días.</translation>
    </message>
    <message>
        <source>Type it in plain words, such as “yesterday about 8 pm” or “last Friday”. The page repeats what it understood.</source>
        <translation>Escríbalo con palabras sencillas, como “ayer a eso de las 8 de la noche” o “el viernes pasado”. La página repite lo que entendió.</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Qué ha cambiado</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Cuándo ocurrió</translation>
    </message>
    <message>
        <source>When someone watches</source>
        <translation>Cuando alguien vigila</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>A dónde va</translation>
    </message>
    <message>
        <source>Which day was it?</source>
        <translation>¿Qué día fue?</translation>
    </message>
    <message>
        <source>Write it the way you would tell a friend. The exact words that were said help.</source>
        <translation>Escríbalo como se lo contaría a una persona amiga. Ayudan las palabras exactas que se dijeron.</translation>
    </message>
    <message>
        <source>Write something down</source>
        <translation>Escribir algo</translation>
    </message>
    <message>
        <source>“{button}”, top right, takes the window away at once. Your words are kept first, and the book is locked.</source>
        <translation>“{button}”, arriba a la derecha, quita la ventana al instante. Primero se guardan sus palabras y el cuaderno se bloquea.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n message|%n messages</source>
        <translation><numerusform>%n mensaje</numerusform><numerusform>%n mensajes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n version, newest first|%n versions, newest first</source>
        <translation><numerusform>%n versión, la más reciente primero</numerusform><numerusform>%n versiones, la más reciente primero</numerusform></translation>
    </message>
    <message>
        <source>Added: {words}</source>
        <translation>Agregado: {words}</translation>
    </message>
    <message>
        <source>Choose an entry in the timeline first.</source>
        <translation>Elija primero una entrada en la cronología.</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Exact words</source>
        <translation>Palabras exactas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>Put this version back</source>
        <translation>Restaurar esta versión</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Denuncia</translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation>Guardada {when}</translation>
    </message>
    <message>
        <source>Show older versions</source>
        <translation>Mostrar versiones anteriores</translation>
    </message>
    <message>
        <source>Taken out: {words}</source>
        <translation>Quitado: {words}</translation>
    </message>
    <message>
        <source>This entry was never changed.</source>
        <translation>Esta entrada nunca se cambió.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>To the timeline</source>
        <translation>A la cronología</translation>
    </message>
    <message>
        <source>Version 1, as first written</source>
        <translation>Versión 1, como se escribió primero</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versión {number}</translation>
    </message>
    <message>
        <source>Version {number}, as it is now</source>
        <translation>Versión {number}, como está ahora</translation>
    </message>
    <message>
        <source>What it said was deleted for good.</source>
        <translation>Lo que decía se eliminó para siempre.</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Qué hizo usted</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Witnesses</source>
        <translation>Testigos</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>a deleted file</source>
        <translation>un archivo eliminado</translation>
    </message>
    <message>
        <source>report refused</source>
        <translation>denuncia rechazada</translation>
    </message>
    <message>
        <source>report taken</source>
        <translation>denuncia recibida</translation>
    </message>
    <message>
        <source>someone taken out</source>
        <translation>alguien que se quitó</translation>
    </message>
    <message>
        <source>{count}. A minus and a line through words: taken out. A plus and a line below: added.</source>
        <translation>{count}. Un menos y una línea sobre las palabras: quitado. Un más y una línea debajo: agregado.</translation>
    </message>
    <message>
        <source>“{words}”, {when}</source>
        <translation>“{words}”, {when}</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>The book locks soon</source>
        <translation>El cuaderno se bloquea pronto</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n entry written|%n entries written</source>
        <translation><numerusform>%n entrada escrita</numerusform><numerusform>%n entradas escritas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entry|%n entries</source>
        <translation><numerusform>%n entrada</numerusform><numerusform>%n entradas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file is named in the chat and was not exported with it.|%n files are named in the chat and were not exported with it.</source>
        <translation><numerusform>El chat nombra %n archivo que no se exportó con él.</numerusform><numerusform>El chat nombra %n archivos que no se exportaron con él.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file, all there|%n files, all there</source>
        <translation><numerusform>%n archivo, está</numerusform><numerusform>%n archivos, están todos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n match. The whole chat is shown around it.|%n matches. The whole chat is shown around each one.</source>
        <translation><numerusform>%n coincidencia. El chat completo se muestra alrededor.</numerusform><numerusform>%n coincidencias. El chat completo se muestra alrededor de cada una.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message is nearly like one that is here already.|%n messages are nearly like ones that are here already.</source>
        <translation><numerusform>%n mensaje es casi igual a uno que ya está aquí.</numerusform><numerusform>%n mensajes son casi iguales a otros que ya están aquí.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message kept|%n messages kept</source>
        <translation><numerusform>%n mensaje guardado</numerusform><numerusform>%n mensajes guardados</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message that does not match|%n messages that do not match</source>
        <translation><numerusform>%n mensaje que no coincide</numerusform><numerusform>%n mensajes que no coinciden</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message|%n messages</source>
        <translation><numerusform>%n mensaje</numerusform><numerusform>%n mensajes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n missing: it is named in the chat and was not exported.|%n missing: they are named in the chat and were not exported.</source>
        <translation><numerusform>Falta %n: el chat lo nombra y no se exportó.</numerusform><numerusform>Faltan %n: el chat los nombra y no se exportaron.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person found|%n people found</source>
        <translation><numerusform>%n persona encontrada</numerusform><numerusform>%n personas encontradas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n place could not be read|%n places could not be read</source>
        <translation><numerusform>%n lugar no se pudo leer</numerusform><numerusform>%n lugares no se pudieron leer</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record in the file: {stored} kept, {here} already here, {missed} not understood.|%n records in the file: {stored} kept, {here} already here, {missed} not understood.</source>
        <translation><numerusform>%n registro en el archivo: {stored} guardados, {here} ya estaban, {missed} sin entender.</numerusform><numerusform>%n registros en el archivo: {stored} guardados, {here} ya estaban, {missed} sin entender.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record stands in the file once more, dated to the same instant.|%n records stand in the file once more, dated to the same instant.</source>
        <translation><numerusform>%n registro está otra vez en el archivo, con el mismo instante.</numerusform><numerusform>%n registros están otra vez en el archivo, con el mismo instante.</numerusform></translation>
    </message>
    <message>
        <source>1 before, 1 after</source>
        <translation>1 antes, 1 después</translation>
    </message>
    <message>
        <source>3 before, 3 after</source>
        <translation>3 antes, 3 después</translation>
    </message>
    <message>
        <source>A chat in this file seems to be here under another name.</source>
        <translation>Un chat de este archivo parece estar aquí con otro nombre.</translation>
    </message>
    <message>
        <source>A message holds an invisible sign that no phone writes.</source>
        <translation>Un mensaje contiene un signo invisible que ningún teléfono escribe.</translation>
    </message>
    <message>
        <source>A message is longer than any chat allows.</source>
        <translation>Un mensaje es más largo de lo que permite cualquier chat.</translation>
    </message>
    <message>
        <source>A message may be a line that was typed into the one before it.</source>
        <translation>Un mensaje puede ser una línea escrita dentro del anterior.</translation>
    </message>
    <message>
        <source>A part of the file is damaged.</source>
        <translation>Una parte del archivo está dañada.</translation>
    </message>
    <message>
        <source>A sign in a message is broken.</source>
        <translation>Un signo de un mensaje está roto.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message numerus="yes">
        <source>Add %n message|Add %n messages</source>
        <translation><numerusform>Agregar %n mensaje</numerusform><numerusform>Agregar %n mensajes</numerusform></translation>
    </message>
    <message>
        <source>Add it to an entry instead</source>
        <translation>Mejor agregarlo a una entrada</translation>
    </message>
    <message>
        <source>Adding messages</source>
        <translation>Agregando mensajes</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Todos los chats</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Todas las fechas</translation>
    </message>
    <message>
        <source>All of them were read.</source>
        <translation>Se leyeron todos.</translation>
    </message>
    <message>
        <source>All of these messages are already in this book</source>
        <translation>Todos estos mensajes ya están en este cuaderno</translation>
    </message>
    <message>
        <source>Anyone could edit it. Keep the phone and screenshots as well.</source>
        <translation>Cualquiera podría editarlo. Conserve también el teléfono y las capturas de pantalla.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Both are kept as messages, and marked. Look at that place.</source>
        <translation>Los dos se guardan como mensajes, con una marca. Mire ese lugar.</translation>
    </message>
    <message>
        <source>Both are kept: a text was edited, or a name is another.</source>
        <translation>Los dos se guardan: un texto se editó o un nombre es otro.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: {answer}</source>
        <translation>Cambiar: {answer}</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chat without a name</source>
        <translation>Chat sin nombre</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Elegir todo</translation>
    </message>
    <message>
        <source>Choose all {count} that match</source>
        <translation>Elegir las {count} que coinciden</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>No elegir nada</translation>
    </message>
    <message>
        <source>Context helps a reader see that nothing was cut out.</source>
        <translation>El contexto ayuda a ver que no se recortó nada.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Dates are day, month, year</source>
        <translation>Las fechas son día, mes, año</translation>
    </message>
    <message>
        <source>Dates are month, day, year</source>
        <translation>Las fechas son mes, día, año</translation>
    </message>
    <message>
        <source>Dates are year, month, day</source>
        <translation>Las fechas son año, mes, día</translation>
    </message>
    <message>
        <source>Dates as they stand</source>
        <translation>Fechas tal como están</translation>
    </message>
    <message>
        <source>Dates with dots are written this way.</source>
        <translation>Las fechas con puntos se escriben así.</translation>
    </message>
    <message>
        <source>Dates: {days}</source>
        <translation>Fechas: {days}</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>Día, mes, año</translation>
    </message>
    <message>
        <source>Drop a message export here</source>
        <translation>Suelte aquí una exportación de mensajes</translation>
    </message>
    <message>
        <source>Each chat</source>
        <translation>Cada chat</translation>
    </message>
    <message>
        <source>Each day</source>
        <translation>Cada día</translation>
    </message>
    <message>
        <source>Each is kept as one message, with all its places in the file.</source>
        <translation>Cada uno se guarda como un mensaje, con todos sus lugares en el archivo.</translation>
    </message>
    <message>
        <source>Each of them is kept as a chat of its own.</source>
        <translation>Cada uno se guarda como un chat aparte.</translation>
    </message>
    <message>
        <source>Every message is kept. Tick those that are worth an entry.</source>
        <translation>Se guardan todos los mensajes. Marque los que merecen una entrada.</translation>
    </message>
    <message>
        <source>Everything before that place was read.</source>
        <translation>Se leyó todo lo anterior a ese lugar.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Fingerprint {digest} …</source>
        <translation>Huella {digest} …</translation>
    </message>
    <message>
        <source>For some times it is not clear if they are morning or evening.</source>
        <translation>En algunas horas no queda claro si son de la mañana o de la noche.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>From anyone</source>
        <translation>De cualquiera</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>Desde el {day}</translation>
    </message>
    <message>
        <source>How are the dates written?</source>
        <translation>¿Cómo están escritas las fechas?</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Importar otro archivo</translation>
    </message>
    <message>
        <source>Import messages</source>
        <translation>Importar mensajes</translation>
    </message>
    <message>
        <source>It is shown as a mark; the rest of the message is whole.</source>
        <translation>Se muestra como una marca; el resto del mensaje está completo.</translation>
    </message>
    <message>
        <source>It may have been cut or edited.</source>
        <translation>Puede estar cortado o editado.</translation>
    </message>
    <message>
        <source>It names {named} and holds {counted}. It may have been cut or edited.</source>
        <translation>Nombra {named} y contiene {counted}. Puede estar cortado o editado.</translation>
    </message>
    <message numerus="yes">
        <source>It stays in the original file.|They stay in the original file.</source>
        <translation><numerusform>Queda en el archivo original.</numerusform><numerusform>Quedan en el archivo original.</numerusform></translation>
    </message>
    <message>
        <source>Its end is left out here and stays in the file.</source>
        <translation>Aquí se omite el final, que queda en el archivo.</translation>
    </message>
    <message>
        <source>Its messages were kept once more, as a chat of its own. If it is the same one, use only one of the two in a report.</source>
        <translation>Sus mensajes se guardaron otra vez, como un chat aparte. Si es el mismo, use solo uno de los dos en un informe.</translation>
    </message>
    <message>
        <source>Keep all, choose none</source>
        <translation>Guardar sin elegir</translation>
    </message>
    <message>
        <source>Look whether accents and signs are right. The file is kept.</source>
        <translation>Mire si los acentos y signos son correctos. El archivo se conserva.</translation>
    </message>
    <message>
        <source>Look whether it is the right one, or export the chat again.</source>
        <translation>Mire si es el correcto o exporte el chat otra vez.</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Revisando el archivo</translation>
    </message>
    <message>
        <source>Make one entry for</source>
        <translation>Hacer una entrada por</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Messages stand behind the end of the backup.</source>
        <translation>Hay mensajes después del final de la copia.</translation>
    </message>
    <message>
        <source>Messages that were already in this book are left out.</source>
        <translation>Los mensajes que ya estaban en este cuaderno se omiten.</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>Mes, día, año</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>No message matches.</source>
        <translation>Ningún mensaje coincide.</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin indicar</translation>
    </message>
    <message>
        <source>Not said which one is you</source>
        <translation>No se indicó quién es usted</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No sé</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Nothing is added before the last step.</source>
        <translation>No se agrega nada antes del último paso.</translation>
    </message>
    <message>
        <source>Nothing is kept twice. You can still make entries from it.</source>
        <translation>Nada se guarda dos veces. Aún puede hacer entradas con él.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>No se agregó nada.</translation>
    </message>
    <message>
        <source>One file at a time. This one is not done yet.</source>
        <translation>Un archivo a la vez. Este aún no está terminado.</translation>
    </message>
    <message>
        <source>Original will be kept unchanged</source>
        <translation>El original se conservará sin cambios</translation>
    </message>
    <message>
        <source>Pictures and files</source>
        <translation>Imágenes y archivos</translation>
    </message>
    <message>
        <source>Pictures and files were taken from the folder of the chat.</source>
        <translation>Las imágenes y los archivos se tomaron de la carpeta del chat.</translation>
    </message>
    <message>
        <source>Place {place}: {reason}</source>
        <translation>Lugar {place}: {reason}</translation>
    </message>
    <message>
        <source>Places that could not be read</source>
        <translation>Lugares que no se pudieron leer</translation>
    </message>
    <message>
        <source>Read this way, the messages are in order.</source>
        <translation>Leídos así, los mensajes están en orden.</translation>
    </message>
    <message>
        <source>Reading messages</source>
        <translation>Leyendo mensajes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search these messages</source>
        <translation>Buscar en estos mensajes</translation>
    </message>
    <message>
        <source>See all of them</source>
        <translation>Ver todos</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Ver las entradas</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show all dates</source>
        <translation>Mostrar todas las fechas</translation>
    </message>
    <message>
        <source>Show around each one</source>
        <translation>Mostrar alrededor</translation>
    </message>
    <message>
        <source>Some dates are of another calendar.</source>
        <translation>Algunas fechas son de otro calendario.</translation>
    </message>
    <message>
        <source>Some dates can only be read this way.</source>
        <translation>Algunas fechas solo se pueden leer así.</translation>
    </message>
    <message>
        <source>Some dates could not be read.</source>
        <translation>Algunas fechas no se pudieron leer.</translation>
    </message>
    <message>
        <source>Some dates do not fit the order of the others.</source>
        <translation>Algunas fechas no siguen el orden de las demás.</translation>
    </message>
    <message>
        <source>Some messages are from a time before such chats, or to come.</source>
        <translation>Algunos mensajes son de antes de que existieran estos chats, o del futuro.</translation>
    </message>
    <message>
        <source>Some times cannot be, such as 14 o’clock in the morning.</source>
        <translation>Algunas horas no son posibles, como las 14 de la mañana.</translation>
    </message>
    <message>
        <source>Some times could not be read.</source>
        <translation>Algunas horas no se pudieron leer.</translation>
    </message>
    <message>
        <source>Stay with this one</source>
        <translation>Seguir con este</translation>
    </message>
    <message>
        <source>Stopped. Nothing was added.</source>
        <translation>Detenido. No se agregó nada.</translation>
    </message>
    <message>
        <source>Stopped. The import stays as it was.</source>
        <translation>Detenido. La importación queda como estaba.</translation>
    </message>
    <message>
        <source>Taking the import out again</source>
        <translation>Quitando otra vez lo importado</translation>
    </message>
    <message>
        <source>The chat may be longer than the export.</source>
        <translation>El chat puede ser más largo que la exportación.</translation>
    </message>
    <message>
        <source>The chat names them. If you can, bring in the zip file itself.</source>
        <translation>El chat los nombra. Si puede, importe el archivo zip mismo.</translation>
    </message>
    <message>
        <source>The clock of the phone may have been wrong. They are marked.</source>
        <translation>Puede que el reloj del teléfono estuviera mal. Llevan una marca.</translation>
    </message>
    <message>
        <source>The file ends in the middle.</source>
        <translation>El archivo termina a la mitad.</translation>
    </message>
    <message>
        <source>The file holds more than one backup.</source>
        <translation>El archivo contiene más de una copia.</translation>
    </message>
    <message>
        <source>The file holds more than one chat.</source>
        <translation>El archivo contiene más de un chat.</translation>
    </message>
    <message>
        <source>The file is unusual in one way.</source>
        <translation>El archivo es poco común en un aspecto.</translation>
    </message>
    <message>
        <source>The file may have been edited. The sign is shown as a mark.</source>
        <translation>Puede que el archivo se haya editado. El signo se muestra como una marca.</translation>
    </message>
    <message>
        <source>The file names another number of messages.</source>
        <translation>El archivo indica otra cantidad de mensajes.</translation>
    </message>
    <message>
        <source>The file uses an old way to write letters.</source>
        <translation>El archivo usa una forma antigua de escribir las letras.</translation>
    </message>
    <message>
        <source>The first {count} messages are shown. All of them will be kept.</source>
        <translation>Se muestran los primeros {count} mensajes. Se guardarán todos.</translation>
    </message>
    <message>
        <source>The import is undone.</source>
        <translation>La importación se deshizo.</translation>
    </message>
    <message>
        <source>The messages are kept with their day only.</source>
        <translation>Los mensajes se guardan solo con su día.</translation>
    </message>
    <message>
        <source>The messages are kept without a day, with the words of the file.</source>
        <translation>Los mensajes se guardan sin día, con las palabras del archivo.</translation>
    </message>
    <message>
        <source>The original is copied in and kept unchanged.</source>
        <translation>El original se copia y se conserva sin cambios.</translation>
    </message>
    <message>
        <source>The phone cuts off the oldest messages without a note.</source>
        <translation>El teléfono corta los mensajes más antiguos sin avisar.</translation>
    </message>
    <message>
        <source>The program names it “{code}”. Everything was read.</source>
        <translation>El programa lo llama “{code}”. Se leyó todo.</translation>
    </message>
    <message>
        <source>The year stands first.</source>
        <translation>El año va primero.</translation>
    </message>
    <message>
        <source>The zip file is cut off or damaged.</source>
        <translation>El archivo zip está cortado o dañado.</translation>
    </message>
    <message>
        <source>There is no message in this file.</source>
        <translation>No hay ningún mensaje en este archivo.</translation>
    </message>
    <message>
        <source>There is no message to choose from in this file.</source>
        <translation>En este archivo no hay ningún mensaje para elegir.</translation>
    </message>
    <message>
        <source>They are marked, and shown as they stand in the file.</source>
        <translation>Llevan una marca y se muestran tal como están en el archivo.</translation>
    </message>
    <message>
        <source>They were read too. The file may have been edited.</source>
        <translation>También se leyeron. Puede que el archivo se haya editado.</translation>
    </message>
    <message>
        <source>They were turned into the common one; the file’s words are kept.</source>
        <translation>Se pasaron al calendario común; las palabras del archivo se conservan.</translation>
    </message>
    <message>
        <source>This chat is very long</source>
        <translation>Este chat es muy largo</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Este archivo</translation>
    </message>
    <message>
        <source>This file is already in this book, since {day}</source>
        <translation>Este archivo está en este cuaderno desde el {day}</translation>
    </message>
    <message>
        <source>This kind of export is plain text.</source>
        <translation>Este tipo de exportación es texto sin formato.</translation>
    </message>
    <message>
        <source>This very file was brought in before.</source>
        <translation>Este mismo archivo ya se importó antes.</translation>
    </message>
    <message>
        <source>Time zone not said</source>
        <translation>Zona horaria sin indicar</translation>
    </message>
    <message>
        <source>Time zone of the phone</source>
        <translation>Zona horaria del teléfono</translation>
    </message>
    <message>
        <source>Times are what the phone showed.</source>
        <translation>Las horas son las que mostraba el teléfono.</translation>
    </message>
    <message>
        <source>To {day}</source>
        <translation>Hasta el {day}</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Deshacer la importación</translation>
    </message>
    <message>
        <source>Use the other file</source>
        <translation>Usar el otro archivo</translation>
    </message>
    <message>
        <source>Use the other file instead?</source>
        <translation>¿Usar el otro archivo en su lugar?</translation>
    </message>
    <message>
        <source>What can be brought in</source>
        <translation>Qué se puede importar</translation>
    </message>
    <message>
        <source>What can be read of it was read.</source>
        <translation>Se leyó todo lo que se puede leer.</translation>
    </message>
    <message>
        <source>What is left of it was read. Copy or export it again if you can.</source>
        <translation>Se leyó lo que queda. Si puede, cópielo o expórtelo otra vez.</translation>
    </message>
    <message>
        <source>What was not understood stays in the original file.</source>
        <translation>Lo que no se entendió queda en el archivo original.</translation>
    </message>
    <message>
        <source>What you chose in this one is not kept. Nothing was added yet.</source>
        <translation>Lo que eligió en este no se conserva. Aún no se agregó nada.</translation>
    </message>
    <message>
        <source>Where was the phone when the chat was exported? Choose Not sure if you do not know.</source>
        <translation>¿Dónde estaba el teléfono cuando se exportó el chat? Si no lo sabe, elija No sé.</translation>
    </message>
    <message>
        <source>Which one is you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>Will be added</source>
        <translation>Se agregará</translation>
    </message>
    <message>
        <source>Writing entries</source>
        <translation>Escribiendo entradas</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>Año, mes, día</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>You are “{name}” in this chat</source>
        <translation>En este chat usted es “{name}”</translation>
    </message>
    <message>
        <source>You can undo this import until you leave this page.</source>
        <translation>Puede deshacer esta importación hasta que salga de esta página.</translation>
    </message>
    <message>
        <source>a kind of record that is not known</source>
        <translation>un tipo de registro que no se conoce</translation>
    </message>
    <message>
        <source>a record longer than any real one</source>
        <translation>un registro más largo que cualquiera real</translation>
    </message>
    <message>
        <source>a record that is not whole</source>
        <translation>un registro incompleto</translation>
    </message>
    <message>
        <source>a record that says one thing twice</source>
        <translation>un registro que dice dos veces lo mismo</translation>
    </message>
    <message>
        <source>a sign that cannot be read</source>
        <translation>un signo que no se puede leer</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>empty lines</source>
        <translation>líneas vacías</translation>
    </message>
    <message>
        <source>for context</source>
        <translation>como contexto</translation>
    </message>
    <message>
        <source>letters that cannot be read</source>
        <translation>letras que no se pueden leer</translation>
    </message>
    <message>
        <source>no message begins here</source>
        <translation>aquí no empieza ningún mensaje</translation>
    </message>
    <message>
        <source>nothing that is known here</source>
        <translation>nada que se conozca aquí</translation>
    </message>
    <message>
        <source>the file ends here</source>
        <translation>el archivo termina aquí</translation>
    </message>
    <message>
        <source>the rest of a very long message</source>
        <translation>el resto de un mensaje muy largo</translation>
    </message>
    <message>
        <source>words between two records</source>
        <translation>palabras entre dos registros</translation>
    </message>
    <message>
        <source>{count} of {total} chosen</source>
        <translation>{count} de {total} elegidos</translation>
    </message>
    <message>
        <source>{count}, {first} to {last}</source>
        <translation>{count}, {first} a {last}</translation>
    </message>
    <message>
        <source>{day}, {ticked} of {total} chosen</source>
        <translation>{day}, {ticked} de {total} elegidos</translation>
    </message>
    <message>
        <source>{hours} hours ahead of UTC all year</source>
        <translation>{hours} horas más que UTC todo el año</translation>
    </message>
    <message>
        <source>{hours} hours behind UTC all year</source>
        <translation>{hours} horas menos que UTC todo el año</translation>
    </message>
    <message>
        <source>{messages} as {entries}</source>
        <translation>{messages} como {entries}</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n message|{name}, %n messages</source>
        <translation><numerusform>{name}, %n mensaje</numerusform><numerusform>{name}, %n mensajes</numerusform></translation>
    </message>
    <message>
        <source>{ticked} of {total} chosen</source>
        <translation>{ticked} de {total} elegidos</translation>
    </message>
    <message>
        <source>{typed} is read as {day}</source>
        <translation>{typed} se lee como {day}</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Add a person</source>
        <translation>Agregar una persona</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Agregar archivos</translation>
    </message>
    <message>
        <source>All that match</source>
        <translation>Todo lo que coincide</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>Elegir varias</translation>
    </message>
    <message>
        <source>Close what is open, then back to the list</source>
        <translation>Cerrar lo que está abierto y volver a la lista</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>Edit the entry</source>
        <translation>Editar la entrada</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>File before, next file</source>
        <translation>Archivo anterior, archivo siguiente</translation>
    </message>
    <message>
        <source>Files and reports</source>
        <translation>Archivos e informes</translation>
    </message>
    <message>
        <source>Finish the entry later, or say it is finished</source>
        <translation>Terminar la entrada después, o indicar que está terminada</translation>
    </message>
    <message>
        <source>First line, last line</source>
        <translation>Primera línea, última línea</translation>
    </message>
    <message>
        <source>Go to a page, a person or an entry</source>
        <translation>Ir a una página, persona o entrada</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Ayuda de esta página</translation>
    </message>
    <message>
        <source>History of the entry</source>
        <translation>Historial de la entrada</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>En las listas</translation>
    </message>
    <message>
        <source>In the calendar: month before, next month</source>
        <translation>En el calendario: mes anterior, mes siguiente</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Line before, next line</source>
        <translation>Línea anterior, línea siguiente</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Move a part of the report</source>
        <translation>Mover una parte del informe</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Nueva entrada</translation>
    </message>
    <message>
        <source>Next control</source>
        <translation>Control siguiente</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Parte siguiente de la ventana</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Pages one to nine of the rail</source>
        <translation>Páginas uno a nueve de la barra</translation>
    </message>
    <message>
        <source>Part of the window before</source>
        <translation>Parte anterior de la ventana</translation>
    </message>
    <message>
        <source>Paste a picture or files as evidence</source>
        <translation>Pegar una imagen o archivos como prueba</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>AvPág</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>RePág</translation>
    </message>
    <message>
        <source>Print, or show the report</source>
        <translation>Imprimir o mostrar el informe</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Search this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Star the entry, or take the star off</source>
        <translation>Destacar la entrada, o dejar de destacarla</translation>
    </message>
    <message>
        <source>Text as usual</source>
        <translation>Texto de siempre</translation>
    </message>
    <message>
        <source>The main button of the page, such as Save</source>
        <translation>El botón principal de la página, como Guardar</translation>
    </message>
    <message>
        <source>Tick, or look at a blurred picture</source>
        <translation>Marcar, o mirar una imagen borrosa</translation>
    </message>
    <message>
        <source>To the bin, with Undo</source>
        <translation>A la papelera, con Deshacer</translation>
    </message>
    <message>
        <source>Undo, also what just happened</source>
        <translation>Deshacer, también lo que acaba de ocurrir</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Cuándo ocurrió</translation>
    </message>
    <message>
        <source>While writing an entry</source>
        <translation>Mientras escribe una entrada</translation>
    </message>
    <message>
        <source>{does}: {keys}</source>
        <translation>{does}: {keys}</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daños</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>Regalo</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>Left item</source>
        <translation>Objeto dejado</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden judicial</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Threat</source>
        <translation>Amenaza</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Parece que Bloq Mayús está activado.</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Elegir el archivo de clave</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Key file chosen</source>
        <translation>Archivo de clave elegido</translation>
    </message>
    <message>
        <source>Locked at {time}</source>
        <translation>Bloqueado, {time}</translation>
    </message>
    <message>
        <source>Make a new book</source>
        <translation>Crear un cuaderno nuevo</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Open another book</source>
        <translation>Abrir otro cuaderno</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Abrirlo de todos modos</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Press Shift three times to close</source>
        <translation>Presione Mayús (Shift) tres veces para cerrar</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Seven groups of four letters and digits, from your sheet.</source>
        <translation>Siete grupos de cuatro letras y cifras, de su hoja.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Use a recovery key</source>
        <translation>Usar una clave de recuperación</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Usar la frase secreta</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second|Wait %n seconds</source>
        <translation><numerusform>Espere %n segundo</numerusform><numerusform>Espere %n segundos</numerusform></translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Changed later</source>
        <translation>Cambiada después</translation>
    </message>
    <message>
        <source>Entries of which the time of day is not known</source>
        <translation>Entradas de las que no se sabe la hora</translation>
    </message>
    <message>
        <source>Entries with more than one version</source>
        <translation>Entradas con más de una versión</translation>
    </message>
    <message>
        <source>Entries written more than seven days after it was over</source>
        <translation>Entradas escritas más de siete días después del hecho</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Destacada</translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation>Hora desconocida</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>Por terminar</translation>
    </message>
    <message>
        <source>Written after a week</source>
        <translation>Escrita después de una semana</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n file is named and was not in the export.|%n files are named and were not in the export.</source>
        <translation><numerusform>Se nombra %n archivo que no estaba en la exportación.</numerusform><numerusform>Se nombran %n archivos que no estaban en la exportación.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message added to the entry|%n messages added to the entry</source>
        <translation><numerusform>%n mensaje agregado a la entrada</numerusform><numerusform>%n mensajes agregados a la entrada</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message chosen|%n messages chosen</source>
        <translation><numerusform>%n mensaje elegido</numerusform><numerusform>%n mensajes elegidos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message marked: {kind}|%n messages marked: {kind}</source>
        <translation><numerusform>%n mensaje marcado: {kind}</numerusform><numerusform>%n mensajes marcados: {kind}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message|%n messages</source>
        <translation><numerusform>%n mensaje</numerusform><numerusform>%n mensajes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute|%n minutes</source>
        <translation><numerusform>%n minuto</numerusform><numerusform>%n minutos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more message of this entry is not in this chat|%n more messages of this entry are not in this chat</source>
        <translation><numerusform>%n mensaje más de esta entrada no está en este chat</numerusform><numerusform>%n mensajes más de esta entrada no están en este chat</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record in the file: {stored} kept, {here} already here, {missed} not understood.|%n records in the file: {stored} kept, {here} already here, {missed} not understood.</source>
        <translation><numerusform>%n registro en el archivo: {stored} guardados, {here} ya estaban, {missed} sin entender.</numerusform><numerusform>%n registros en el archivo: {stored} guardados, {here} ya estaban, {missed} sin entender.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n second|%n seconds</source>
        <translation><numerusform>%n segundo</numerusform><numerusform>%n segundos</numerusform></translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Un archivo</translation>
    </message>
    <message>
        <source>A record that cannot be shown here</source>
        <translation>Un registro que no se puede mostrar aquí</translation>
    </message>
    <message>
        <source>Add to an entry</source>
        <translation>Agregar a una entrada</translation>
    </message>
    <message>
        <source>Add to this entry</source>
        <translation>Agregar a esta entrada</translation>
    </message>
    <message>
        <source>Add to which entry?</source>
        <translation>¿Agregar a qué entrada?</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Todas las conversaciones</translation>
    </message>
    <message>
        <source>Also in this file</source>
        <translation>También en este archivo</translation>
    </message>
    <message>
        <source>Another import is being taken out</source>
        <translation>Ya se está sacando otra importación</translation>
    </message>
    <message>
        <source>Anyone at this computer can read the copy.</source>
        <translation>Cualquier persona que use este equipo puede leer la copia.</translation>
    </message>
    <message>
        <source>Bring in a chat from WhatsApp, SMS, e-mail and others.</source>
        <translation>Importe un chat de WhatsApp, SMS, correo electrónico y otros.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Call, {length}</source>
        <translation>Llamada, {length}</translation>
    </message>
    <message>
        <source>Chat without a name</source>
        <translation>Chat sin nombre</translation>
    </message>
    <message>
        <source>Choose a message to see it in full.</source>
        <translation>Elija un mensaje para verlo completo.</translation>
    </message>
    <message numerus="yes">
        <source>Choose fewer: no more than %n message at once.|Choose fewer: no more than %n messages at once.</source>
        <translation><numerusform>Elija menos: no más de %n mensaje a la vez.</numerusform><numerusform>Elija menos: no más de %n mensajes a la vez.</numerusform></translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>No elegir nada</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpiar</translation>
    </message>
    <message>
        <source>Contact card</source>
        <translation>Tarjeta de contacto</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Copy saved</source>
        <translation>Copia guardada</translation>
    </message>
    <message>
        <source>Deleted, as the export says</source>
        <translation>Eliminado, según la exportación</translation>
    </message>
    <message>
        <source>Edited, as the export says</source>
        <translation>Editado, según la exportación</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Entrada {number}</translation>
    </message>
    <message>
        <source>Find a conversation</source>
        <translation>Buscar una conversación</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Buscar por nombre</translation>
    </message>
    <message>
        <source>Find messages by sender, days, kind or files</source>
        <translation>Buscar mensajes por remitente, días, tipo o archivos</translation>
    </message>
    <message>
        <source>Fingerprint {digest}</source>
        <translation>Huella {digest}</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primero</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message numerus="yes">
        <source>From %n import|From %n imports</source>
        <translation><numerusform>De %n importación</numerusform><numerusform>De %n importaciones</numerusform></translation>
    </message>
    <message>
        <source>From anyone</source>
        <translation>De cualquiera</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message numerus="yes">
        <source>In %n entry|In %n entries</source>
        <translation><numerusform>En %n entrada</numerusform><numerusform>En %n entradas</numerusform></translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>In your entries</source>
        <translation>En sus entradas</translation>
    </message>
    <message>
        <source>Its messages and files leave this book. Messages that an entry uses stay, and so do those that another import has too. You can bring the file in again.</source>
        <translation>Sus mensajes y archivos salen de este cuaderno. Los mensajes que usa una entrada quedan, y también los que tiene otra importación. Puede importar el archivo otra vez.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message numerus="yes">
        <source>Kind taken off %n message|Kind taken off %n messages</source>
        <translation><numerusform>Tipo quitado de %n mensaje</numerusform><numerusform>Tipo quitado de %n mensajes</numerusform></translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
    </message>
    <message>
        <source>Line written by the program</source>
        <translation>Línea escrita por el programa</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Make an entry</source>
        <translation>Crear una entrada</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>Marcar como</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Message taken out of the entry</source>
        <translation>Mensaje quitado de la entrada</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Messages that match</source>
        <translation>Mensajes que coinciden</translation>
    </message>
    <message>
        <source>Newer match</source>
        <translation>Coincidencia más reciente</translation>
    </message>
    <message>
        <source>No conversation has this name</source>
        <translation>Ninguna conversación tiene este nombre</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>No entry holds these words.</source>
        <translation>Ninguna entrada contiene estas palabras.</translation>
    </message>
    <message>
        <source>No kind</source>
        <translation>Sin tipo</translation>
    </message>
    <message>
        <source>No message matches</source>
        <translation>Ningún mensaje coincide</translation>
    </message>
    <message>
        <source>No messages here</source>
        <translation>Aquí no hay mensajes</translation>
    </message>
    <message>
        <source>No sender</source>
        <translation>Sin remitente</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Sin texto</translation>
    </message>
    <message>
        <source>Not in the export: {name}</source>
        <translation>No está en la exportación: {name}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Of any kind</source>
        <translation>De cualquier tipo</translation>
    </message>
    <message>
        <source>Older match</source>
        <translation>Coincidencia más antigua</translation>
    </message>
    <message>
        <source>Only the beginning is shown.</source>
        <translation>Solo se muestra el comienzo.</translation>
    </message>
    <message>
        <source>Original file</source>
        <translation>Archivo original</translation>
    </message>
    <message>
        <source>Other words or fewer filters may find more.</source>
        <translation>Con otras palabras o menos filtros puede encontrar más.</translation>
    </message>
    <message>
        <source>Part of a name or a number is enough.</source>
        <translation>Basta una parte de un nombre o número.</translation>
    </message>
    <message>
        <source>Place in the file: {place}</source>
        <translation>Lugar en el archivo: {place}</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Encuesta</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>Read in another encoding</source>
        <translation>Leído con otra codificación</translation>
    </message>
    <message>
        <source>Reading the conversation…</source>
        <translation>Leyendo la conversación…</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Save a copy of the original file?</source>
        <translation>¿Guardar una copia del archivo original?</translation>
    </message>
    <message>
        <source>Say what kind of thing the messages are</source>
        <translation>Indicar de qué tipo son los mensajes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Buscar mensajes</translation>
    </message>
    <message>
        <source>Search your entries</source>
        <translation>Buscar en sus entradas</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Remitente</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation>Mostrar el original</translation>
    </message>
    <message>
        <source>Show this file</source>
        <translation>Mostrar este archivo</translation>
    </message>
    <message>
        <source>Stopped. The import stays as it was.</source>
        <translation>Detenido. La importación queda como estaba.</translation>
    </message>
    <message>
        <source>Take this message out of the entry “{title}”</source>
        <translation>Quitar este mensaje de la entrada “{title}”</translation>
    </message>
    <message>
        <source>Taking the import out again</source>
        <translation>Quitando otra vez lo importado</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Texto del mensaje</translation>
    </message>
    <message>
        <source>The clocks went back that night; this is the earlier hour.</source>
        <translation>Los relojes se atrasaron esa noche; esta es la primera de las dos horas.</translation>
    </message>
    <message>
        <source>The clocks went back that night; this is the later hour.</source>
        <translation>Los relojes se atrasaron esa noche; esta es la segunda de las dos horas.</translation>
    </message>
    <message>
        <source>The clocks went back; it may be an hour later.</source>
        <translation>Los relojes se atrasaron; puede ser una hora más tarde.</translation>
    </message>
    <message>
        <source>The clocks went forward over this time.</source>
        <translation>Los relojes se adelantaron y saltaron esta hora.</translation>
    </message>
    <message>
        <source>The entry has these messages already</source>
        <translation>La entrada ya tiene estos mensajes</translation>
    </message>
    <message>
        <source>The file gives the distance from UTC.</source>
        <translation>El archivo da la diferencia con UTC.</translation>
    </message>
    <message>
        <source>The file gives the exact instant.</source>
        <translation>El archivo da el instante exacto.</translation>
    </message>
    <message>
        <source>The file gives the local time without a zone.</source>
        <translation>El archivo da la hora local sin zona.</translation>
    </message>
    <message>
        <source>The file gives the local time.</source>
        <translation>El archivo da la hora local.</translation>
    </message>
    <message>
        <source>The file gives the local time. Its dates point to {zone}.</source>
        <translation>El archivo da la hora local. Sus fechas indican {zone}.</translation>
    </message>
    <message>
        <source>The file gives the local time. You said that it is of {zone}.</source>
        <translation>El archivo da la hora local. Usted indicó que es de {zone}.</translation>
    </message>
    <message>
        <source>The file gives the time in UTC.</source>
        <translation>El archivo da la hora en UTC.</translation>
    </message>
    <message>
        <source>The file itself was deleted from this book.</source>
        <translation>El archivo mismo se eliminó de este cuaderno.</translation>
    </message>
    <message>
        <source>The import is undone</source>
        <translation>La importación se deshizo</translation>
    </message>
    <message>
        <source>The import was undone</source>
        <translation>La importación se deshizo</translation>
    </message>
    <message>
        <source>The messages that your entries use stayed.</source>
        <translation>Los mensajes que usan sus entradas quedaron.</translation>
    </message>
    <message>
        <source>The newest entries come first.</source>
        <translation>Las entradas más recientes van primero.</translation>
    </message>
    <message>
        <source>The newest {count}</source>
        <translation>Los {count} más recientes</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>El original</translation>
    </message>
    <message>
        <source>The text was read in another encoding too</source>
        <translation>El texto se leyó también con otra codificación</translation>
    </message>
    <message>
        <source>The time in the file could not be read.</source>
        <translation>La hora del archivo no se pudo leer.</translation>
    </message>
    <message>
        <source>The whole text is shown when you choose it</source>
        <translation>El texto completo se muestra al elegirlo</translation>
    </message>
    <message>
        <source>There is no entry yet. Make one of the messages.</source>
        <translation>Aún no hay ninguna entrada. Cree una con los mensajes.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Esta</translation>
    </message>
    <message>
        <source>This text is very long. The rest stands in the file.</source>
        <translation>Este texto es muy largo. El resto está en el archivo.</translation>
    </message>
    <message>
        <source>Tick messages that belong together.</source>
        <translation>Marque los mensajes que van juntos.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Deshacer la importación</translation>
    </message>
    <message>
        <source>Undo this import?</source>
        <translation>¿Deshacer esta importación?</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>What is no text in the file stands as a mark.</source>
        <translation>Lo que no es texto en el archivo aparece como una marca.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Dónde buscar</translation>
    </message>
    <message>
        <source>With files</source>
        <translation>Con archivos</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier|and %n earlier</source>
        <translation><numerusform>y %n anterior</numerusform><numerusform>y %n anteriores</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more|and %n more</source>
        <translation><numerusform>y %n más</numerusform><numerusform>y %n más</numerusform></translation>
    </message>
    <message>
        <source>brought in {when}</source>
        <translation>importado el {when}</translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation>último el {day}</translation>
    </message>
    <message>
        <source>{count} with “{words}”</source>
        <translation>{count} con “{words}”</translation>
    </message>
    <message>
        <source>{count}, {days}</source>
        <translation>{count}, {days}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{name} is not in the export.</source>
        <translation>{name} no está en la exportación.</translation>
    </message>
    <message>
        <source>{name}, {size}</source>
        <translation>{name}, {size}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} de {total}</translation>
    </message>
    <message>
        <source>{sender} in {conversation}</source>
        <translation>{sender} en {conversation}</translation>
    </message>
    <message>
        <source>{size}, {brought_in}</source>
        <translation>{size}, {brought_in}</translation>
    </message>
    <message>
        <source>{when} UTC</source>
        <translation>{when} UTC</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Mes anterior</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mes siguiente</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>Usar este nombre</translation>
    </message>
</context>
<context>
    <name>NewEntry</name>
    <message numerus="yes">
        <source>%n file added to the other draft|%n files added to the other draft</source>
        <translation><numerusform>%n archivo añadido al otro borrador</numerusform><numerusform>%n archivos añadidos al otro borrador</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file added|%n files added</source>
        <translation><numerusform>%n archivo agregado</numerusform><numerusform>%n archivos agregados</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file is kept under Evidence, in no entry|%n files are kept under Evidence, in no entry</source>
        <translation><numerusform>%n archivo queda guardado en Pruebas, en ninguna entrada</numerusform><numerusform>%n archivos quedan guardados en Pruebas, en ninguna entrada</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file, original kept unchanged|%n files, originals kept unchanged</source>
        <translation><numerusform>%n archivo, original conservado sin cambios</numerusform><numerusform>%n archivos, originales conservados sin cambios</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message added|%n messages added</source>
        <translation><numerusform>%n mensaje agregado</numerusform><numerusform>%n mensajes agregados</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message, kept as it was brought in|%n messages, kept as they were brought in</source>
        <translation><numerusform>%n mensaje, conservado tal como se importó</numerusform><numerusform>%n mensajes, conservados tal como se importaron</numerusform></translation>
    </message>
    <message>
        <source>Add to the draft</source>
        <translation>Agregar al borrador</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Begin another entry</source>
        <translation>Empezar otra entrada</translation>
    </message>
    <message>
        <source>Begin another entry?</source>
        <translation>¿Empezar otra entrada?</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves</source>
        <translation>Ctrl+Enter guarda</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Borrador guardado</translation>
    </message>
    <message>
        <source>Draft kept, {time}</source>
        <translation>Borrador guardado, {time}</translation>
    </message>
    <message>
        <source>Draft not kept</source>
        <translation>Borrador no guardado</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>Borrador descartado</translation>
    </message>
    <message>
        <source>Drop files here or paste a picture</source>
        <translation>Suelte archivos aquí o pegue una imagen</translation>
    </message>
    <message>
        <source>Edit entry</source>
        <translation>Editar entrada</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Exact words</source>
        <translation>Palabras exactas</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Terminar después</translation>
    </message>
    <message>
        <source>Helpful to include, if you can: the exact words, what you saw or heard, who else was there. Short is fine. You can add more later.</source>
        <translation>Ayuda incluir, si puede: las palabras exactas, lo que vio u oyó, quién más estaba. Puede ser breve. Puede agregar más después.</translation>
    </message>
    <message>
        <source>Hide this hint</source>
        <translation>Ocultar esta ayuda</translation>
    </message>
    <message>
        <source>How it affected you</source>
        <translation>Cómo le afectó</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Mirarlo</translation>
    </message>
    <message>
        <source>Look at the date again</source>
        <translation>Revise otra vez la fecha</translation>
    </message>
    <message>
        <source>Message taken out of the entry</source>
        <translation>Mensaje quitado de la entrada</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Nueva entrada</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin indicar</translation>
    </message>
    <message>
        <source>Officer's name</source>
        <translation>Nombre del agente</translation>
    </message>
    <message>
        <source>One sentence is enough. Everything else can wait.</source>
        <translation>Basta una oración. Todo lo demás puede esperar.</translation>
    </message>
    <message>
        <source>Only the first box is needed.</source>
        <translation>Solo hace falta el primer cuadro.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Photos, voicemails, documents, web pages</source>
        <translation>Fotos, mensajes de voz, documentos, páginas web</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Place, police report, how it affected you</source>
        <translation>Lugar, denuncia, cómo le afectó</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>Número de denuncia</translation>
    </message>
    <message>
        <source>Report to police or others</source>
        <translation>Denuncia a la policía u otros</translation>
    </message>
    <message>
        <source>Save entry</source>
        <translation>Guardar entrada</translation>
    </message>
    <message>
        <source>Save entry (Ctrl+Enter)</source>
        <translation>Guardar entrada (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Stays in this book. No report and no copy can hold it.</source>
        <translation>Queda en este cuaderno. Ningún informe ni copia puede contenerla.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Take this file out of the entry</source>
        <translation>Quitar este archivo de la entrada</translation>
    </message>
    <message>
        <source>Take this file out of the entry?</source>
        <translation>¿Quitar este archivo de la entrada?</translation>
    </message>
    <message>
        <source>Take this message out of the entry</source>
        <translation>Quitar este mensaje de la entrada</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>The timeline keeps what you want to finish in a list of its own</source>
        <translation>La cronología guarda en una lista aparte lo que quiere terminar</translation>
    </message>
    <message>
        <source>There is a draft of an entry already. It stays kept, and comes back with the next new entry.</source>
        <translation>Ya hay un borrador de una entrada. Queda guardado y vuelve con la próxima entrada nueva.</translation>
    </message>
    <message>
        <source>Throw draft away</source>
        <translation>Descartar borrador</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Qué resultó</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>¿Qué ocurrió?</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>De qué tipo</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Qué hizo usted</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Who you told</source>
        <translation>A quién se lo contó</translation>
    </message>
    <message>
        <source>Without one, the first sentence is the title.</source>
        <translation>Sin título, se usa la primera oración.</translation>
    </message>
    <message>
        <source>Witnesses</source>
        <translation>Testigos</translation>
    </message>
    <message>
        <source>Write a few words first</source>
        <translation>Escriba primero unas palabras</translation>
    </message>
    <message>
        <source>Write it the way you would tell a friend.</source>
        <translation>Escríbalo como se lo contaría a una persona amiga.</translation>
    </message>
    <message>
        <source>Your other draft is kept</source>
        <translation>Su otro borrador queda guardado</translation>
    </message>
    <message numerus="yes">
        <source>and %n more|and %n more</source>
        <translation><numerusform>y %n más</numerusform><numerusform>y %n más</numerusform></translation>
    </message>
    <message>
        <source>saves</source>
        <translation>guarda</translation>
    </message>
    <message>
        <source>{name} stays in your book.</source>
        <translation>{name} queda en su cuaderno.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Change passphrase</source>
        <translation>Cambiar frase secreta</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Elija una frase secreta nueva</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase secreta nueva</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>Frase secreta cambiada</translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation>Las dos no son iguales. Escríbala otra vez.</translation>
    </message>
    <message>
        <source>Type it again</source>
        <translation>Escríbala otra vez</translation>
    </message>
    <message>
        <source>You opened the book with its recovery key and without its key file. The new passphrase will open it without that file.</source>
        <translation>Abrió el cuaderno con su clave de recuperación y sin su archivo de clave. La frase secreta nueva lo abrirá sin ese archivo.</translation>
    </message>
    <message>
        <source>You opened the book with its recovery key. That key goes on working.</source>
        <translation>Abrió el cuaderno con su clave de recuperación. Esa clave sigue sirviendo.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>An earlier header was put back: a passphrase or recovery code from before the last change opens the book again. If you did not do this, change the passphrase now.</source>
        <translation>Se puso de nuevo un encabezado anterior. Una frase secreta o un código de antes del último cambio vuelve a abrir el cuaderno. Si no lo hizo usted, cambie ahora la frase secreta.</translation>
    </message>
    <message>
        <source>The book was brought to the form of this version. A copy of the one before is kept beside it.</source>
        <translation>El cuaderno se adaptó a la forma de esta versión. Al lado se conserva una copia del anterior.</translation>
    </message>
    <message>
        <source>The book was not closed the last time. Everything that was saved is here.</source>
        <translation>El cuaderno no se cerró la última vez. Todo lo guardado está aquí.</translation>
    </message>
    <message>
        <source>The disk is full. The space that was set aside for the last save is used up. Make room before you go on.</source>
        <translation>El disco está lleno. El espacio reservado para el último guardado se agotó. Libere espacio antes de seguir.</translation>
    </message>
    <message>
        <source>The disk is nearly full: no space could be set aside for a last save. Make room soon.</source>
        <translation>El disco está casi lleno: no se pudo reservar espacio para un último guardado. Libere espacio pronto.</translation>
    </message>
    <message>
        <source>The file vault.state was damaged or not of this book, so it cannot be told whether this is the newest copy of the book. Look whether your last entries are here.</source>
        <translation>El archivo vault.state estaba dañado o no era de este cuaderno. No se puede saber si esta es la copia más reciente del cuaderno. Compruebe que sus últimas entradas estén aquí.</translation>
    </message>
    <message>
        <source>The file vault.state was missing, so it cannot be told whether this is the newest copy of the book. Look whether your last entries are here.</source>
        <translation>Faltaba el archivo vault.state. No se puede saber si esta es la copia más reciente del cuaderno. Compruebe que sus últimas entradas estén aquí.</translation>
    </message>
    <message>
        <source>The file vault.state was older than the book, as when an earlier one is put back. Nothing of the record is missing.</source>
        <translation>El archivo vault.state era anterior al cuaderno, como cuando se pone de nuevo uno anterior. No falta nada del registro.</translation>
    </message>
    <message>
        <source>The first copy of the header was damaged or missing. The second copy opened the book, and the first is mended.</source>
        <translation>La primera copia del encabezado faltaba o estaba dañada. La segunda copia abrió el cuaderno y la primera se reparó.</translation>
    </message>
    <message>
        <source>The last save before the program ended was not finished and is not here. Nothing that was said to be saved is missing.</source>
        <translation>El último guardado antes de que terminara el programa quedó incompleto y no está aquí. No falta nada de lo que se dio por guardado.</translation>
    </message>
    <message>
        <source>This copy is older than the one last used here and was opened all the same. The record says so.</source>
        <translation>Esta copia es anterior a la última que se usó aquí y se abrió de todos modos. El registro lo indica.</translation>
    </message>
    <message>
        <source>This folder seems to be copied elsewhere by {service}. Earlier copies of the book are kept there and open with earlier passphrases, and two computers can mix up its files. Keep the book outside, and put backups there instead.</source>
        <translation>Parece que {service} copia esta carpeta en otro lugar. Allí quedan copias anteriores del cuaderno, que se abren con frases secretas anteriores. Además, dos equipos pueden mezclar sus archivos. Guarde el cuaderno fuera y ponga ahí las copias de seguridad.</translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>Hide the passphrase</source>
        <translation>Ocultar la frase secreta</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Mostrar la frase secreta</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Add a person</source>
        <translation>Agregar una persona</translation>
    </message>
    <message>
        <source>Add “{name}” as a new person</source>
        <translation>Agregar “{name}” como persona nueva</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Persona de apoyo</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>Not sure who</source>
        <translation>No sé quién</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Role can wait</source>
        <translation>El papel puede esperar</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Someone you did not see or know</source>
        <translation>Alguien a quien no vio o no conoce</translation>
    </message>
    <message>
        <source>The person responsible</source>
        <translation>La persona responsable</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Testigo</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
</context>
<context>
    <name>PlainLook</name>
    <message>
        <source>Add files</source>
        <translation>Agregar archivos</translation>
    </message>
    <message>
        <source>Add it to a note instead</source>
        <translation>Mejor agregarlo a una nota</translation>
    </message>
    <message>
        <source>Add to a note</source>
        <translation>Agregar a una nota</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>instead of Hide now</extracomment>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>instead of Reports</extracomment>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Editar nota</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>Editar la nota</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>instead of Evidence</extracomment>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hogar</translation>
    </message>
    <message>
        <source>Household budget</source>
        <translation>Presupuesto del hogar</translation>
    </message>
    <message>
        <source>Imports</source>
        <extracomment>instead of Messages</extracomment>
        <translation>Importaciones</translation>
    </message>
    <message>
        <source>In a document {count}</source>
        <translation>En un documento {count}</translation>
    </message>
    <message>
        <source>Make a note</source>
        <translation>Crear una nota</translation>
    </message>
    <message>
        <source>New note</source>
        <extracomment>instead of New entry</extracomment>
        <translation>Nueva nota</translation>
    </message>
    <message>
        <source>Notes</source>
        <extracomment>instead of Timeline</extracomment>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Recetas</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
    <message>
        <source>Save note (Ctrl+Enter)</source>
        <translation>Guardar nota (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Shopping</source>
        <translation>Compras</translation>
    </message>
    <message>
        <source>To a document</source>
        <translation>A un documento</translation>
    </message>
    <message>
        <source>To the notes</source>
        <translation>A las notas</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Write my first note</source>
        <translation>Escribir mi primera nota</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Good to know about this book</source>
        <translation>Conviene saber esto sobre el cuaderno</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>At (city and state)</source>
        <translation>En (ciudad y estado)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Executed on (date)</source>
        <translation>Firmado el (fecha)</translation>
    </message>
    <message>
        <source>Generic, A4</source>
        <translation>General, A4</translation>
    </message>
    <message>
        <source>Generic, United States (Letter)</source>
        <translation>General, Estados Unidos (Carta)</translation>
    </message>
    <message>
        <source>I believe that the facts stated in this bundle are true.</source>
        <translation>Creo que los hechos expuestos en este informe son verdaderos.</translation>
    </message>
    <message>
        <source>I declare under penalty of perjury that the foregoing is true and correct.</source>
        <translation>Declaro bajo pena de perjurio que lo anterior es verdadero y correcto.</translation>
    </message>
    <message>
        <source>I, {petitioner}, am the petitioner. I wrote the entries in the chronology of this bundle and I added the files that are listed in it.</source>
        <translation>Yo, {petitioner}, soy la parte peticionaria. Escribí las entradas de la cronología de este informe y agregué los archivos que figuran en él.</translation>
    </message>
    <message>
        <source>I, {petitioner}, wrote the entries in the chronology of this bundle and added the files that are listed in it.</source>
        <translation>Yo, {petitioner}, escribí las entradas de la cronología de este informe y agregué los archivos que figuran en él.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Rules differ from court to court and change. Check with your court what it wants a declaration to say, before you sign.</source>
        <translation>Las reglas difieren de un tribunal a otro y cambian. Pregunte a su tribunal qué debe decir una declaración, antes de firmar.</translation>
    </message>
    <message>
        <source>Rules differ from court to court and change. Check with your court what it wants a statement to say, before you sign.</source>
        <translation>Las reglas difieren de un tribunal a otro y cambian. Pregunte a su tribunal qué debe decir una declaración, antes de firmar.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>A few seconds left.</source>
        <translation>Faltan unos segundos.</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute left.|About %n minutes left.</source>
        <translation><numerusform>Falta alrededor de %n minuto.</numerusform><numerusform>Faltan alrededor de %n minutos.</numerusform></translation>
    </message>
    <message>
        <source>About {n} seconds left.</source>
        <translation>Faltan unos {n} segundos.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
    <message>
        <source>You can keep working.</source>
        <translation>Puede seguir trabajando.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>{part} %</source>
        <translation>{part} %</translation>
    </message>
    <message>
        <source>{time} You can keep working.</source>
        <translation>{time} Puede seguir trabajando.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>Backed up %n day ago|Backed up %n days ago</source>
        <translation><numerusform>Copia de hace %n día</numerusform><numerusform>Copia de hace %n días</numerusform></translation>
    </message>
    <message>
        <source>Backed up today</source>
        <translation>Copia hecha hoy</translation>
    </message>
    <message>
        <source>Book: {name}</source>
        <translation>Cuaderno: {name}</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>My book</source>
        <translation>Mi cuaderno</translation>
    </message>
    <message>
        <source>Name it, or change to another book</source>
        <translation>Cambiar el nombre o pasar a otro cuaderno</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>Aún sin copia</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>  to {recipients}</source>
        <translation>  para {recipients}</translation>
    </message>
    <message numerus="yes">
        <source>%n before and after it|%n before and %n after it</source>
        <translation><numerusform>%n antes y después</numerusform><numerusform>%n antes y %n después</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n character is printed by its name.|%n characters are printed by their names.</source>
        <translation><numerusform>%n carácter se imprime con su nombre.</numerusform><numerusform>%n caracteres se imprimen con su nombre.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entries have no date.</source>
        <translation><numerusform>%n entrada no tiene fecha.</numerusform><numerusform>%n entradas no tienen fecha.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entries have no time.</source>
        <translation><numerusform>%n entrada no tiene hora.</numerusform><numerusform>%n entradas no tienen hora.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entry picked|%n entries picked</source>
        <translation><numerusform>%n entrada elegida</numerusform><numerusform>%n entradas elegidas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entry|%n entries</source>
        <translation><numerusform>%n entrada</numerusform><numerusform>%n entradas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n exhibits have no description.</source>
        <translation><numerusform>%n anexo no tiene descripción.</numerusform><numerusform>%n anexos no tienen descripción.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit|%n exhibits</source>
        <translation><numerusform>%n anexo</numerusform><numerusform>%n anexos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be shown on paper; they are listed.</source>
        <translation><numerusform>%n archivo no se puede mostrar en papel; está en la lista.</numerusform><numerusform>%n archivos no se pueden mostrar en papel; están en la lista.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file|%n files</source>
        <translation><numerusform>%n archivo</numerusform><numerusform>%n archivos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message omitted ({range})|%n messages omitted ({range})</source>
        <translation><numerusform>%n mensaje omitido ({range})</numerusform><numerusform>%n mensajes omitidos ({range})</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message outside of the chosen days is printed too: all were asked for.|%n messages outside of the chosen days are printed too: all were asked for.</source>
        <translation><numerusform>También se imprime %n mensaje fuera de los días elegidos: se pidieron todos.</numerusform><numerusform>También se imprimen %n mensajes fuera de los días elegidos: se pidieron todos.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message|%n messages</source>
        <translation><numerusform>%n mensaje</numerusform><numerusform>%n mensajes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more character stands in the export file.|%n more characters stand in the export file.</source>
        <translation><numerusform>Hay %n carácter más en el archivo exportado.</numerusform><numerusform>Hay %n caracteres más en el archivo exportado.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more place|%n more places</source>
        <translation><numerusform>%n lugar más</numerusform><numerusform>%n lugares más</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page sent to the printer|%n pages sent to the printer</source>
        <translation><numerusform>%n página enviada a la impresora</numerusform><numerusform>%n páginas enviadas a la impresora</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page|%n pages</source>
        <translation><numerusform>%n página</numerusform><numerusform>%n páginas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picked entry is in the bin or gone.|%n picked entries are in the bin or gone.</source>
        <translation><numerusform>%n entrada elegida está en la papelera o ya no existe.</numerusform><numerusform>%n entradas elegidas están en la papelera o ya no existen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n recordings have no transcript.</source>
        <translation><numerusform>%n grabación no tiene transcripción.</numerusform><numerusform>%n grabaciones no tienen transcripción.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing to look at|%n things to look at</source>
        <translation><numerusform>%n cosa por revisar</numerusform><numerusform>%n cosas por revisar</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n whole conversation|%n whole conversations</source>
        <translation><numerusform>%n conversación completa</numerusform><numerusform>%n conversaciones completas</numerusform></translation>
    </message>
    <message>
        <source>(newer than this program)</source>
        <translation>(más nuevo que este programa)</translation>
    </message>
    <message>
        <source>(zone not recorded)</source>
        <translation>(zona no registrada)</translation>
    </message>
    <message>
        <source>1 and up</source>
        <translation>Desde 1</translation>
    </message>
    <message>
        <source>A draft of a newer version</source>
        <translation>Un borrador de una versión más nueva</translation>
    </message>
    <message>
        <source>A part of your legal name can be read here: {where}.</source>
        <translation>Aquí se puede leer una parte de su nombre legal: {where}.</translation>
    </message>
    <message>
        <source>A program cannot read the words of this document: look for names yourself.</source>
        <translation>Un programa no puede leer las palabras de este documento. Busque usted los nombres.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Agregado</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Todas las entradas</translation>
    </message>
    <message>
        <source>All imported messages</source>
        <translation>Todos los mensajes importados</translation>
    </message>
    <message>
        <source>Also used by</source>
        <translation>También lo usa</translation>
    </message>
    <message>
        <source>Anyone at this computer can read this file.</source>
        <translation>Cualquier persona que use este equipo puede leer este archivo.</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>abr</translation>
    </message>
    <message>
        <source>Around each one</source>
        <translation>Alrededor de cada una</translation>
    </message>
    <message>
        <source>As your people list has it</source>
        <translation>Como está en su lista de personas</translation>
    </message>
    <message>
        <source>Attached: {name} (not printed here)</source>
        <translation>Adjunto: {name} (no se imprime aquí)</translation>
    </message>
    <message>
        <source>Attached: {name} (the export does not hold this file)</source>
        <translation>Adjunto: {name} (la exportación no contiene este archivo)</translation>
    </message>
    <message>
        <source>Attached: {name}, {exhibit}, file {id}</source>
        <translation>Adjunto: {name}, {exhibit}, archivo {id}</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>ago</translation>
    </message>
    <message>
        <source>Back to the preview</source>
        <translation>Volver a la vista previa</translation>
    </message>
    <message>
        <source>Before page numbers</source>
        <translation>Prefijo de página</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Pertenece a</translation>
    </message>
    <message>
        <source>Brought in</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Número de caso</translation>
    </message>
    <message numerus="yes">
        <source>Changed once, on {last}.|Changed %n times, last on {last}.</source>
        <translation><numerusform>Cambiada una vez, el {last}.</numerusform><numerusform>Cambiada %n veces, la última el {last}.</numerusform></translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Comprobando el archivo</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Elegir una impresora</translation>
    </message>
    <message>
        <source>Choose entries and files. We put them in order.</source>
        <translation>Elija entradas y archivos. El programa los pone en orden.</translation>
    </message>
    <message>
        <source>Chronology</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Copied for 20 seconds</source>
        <translation>Copiado por 20 segundos</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Copiar la huella</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>Tribunal</translation>
    </message>
    <message>
        <source>Court rules</source>
        <translation>Reglas del tribunal</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Portada</translation>
    </message>
    <message>
        <source>Cover page</source>
        <translation>Portada</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daños</translation>
    </message>
    <message>
        <source>Date not known</source>
        <translation>Fecha desconocida</translation>
    </message>
    <message>
        <source>Days above 12 show which figure is the day and which the month.</source>
        <translation>Los días mayores que 12 muestran qué cifra es el día y cuál el mes.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>dic</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Declaración</translation>
    </message>
    <message>
        <source>Delete this draft</source>
        <translation>Eliminar este borrador</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Draft deleted</source>
        <translation>Borrador eliminado</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>Drawing pages</source>
        <translation>Dibujando páginas</translation>
    </message>
    <message>
        <source>Each message stands as it is in the export file, in the order of that file and with its number in the whole conversation. Messages that are left out are counted where they are missing.</source>
        <translation>Cada mensaje aparece tal como está en el archivo exportado. Sigue el orden de ese archivo y lleva su número en la conversación completa. Los mensajes omitidos se cuentan en el lugar donde faltan.</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>Emoji key</source>
        <translation>Clave de emojis</translation>
    </message>
    <message>
        <source>Empty: where most of the entries happened.</source>
        <translation>Vacío: donde ocurrió la mayoría de las entradas.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Entries without a known date</source>
        <translation>Entradas sin fecha conocida</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Entrada {number}</translation>
    </message>
    <message>
        <source>Entry {number} has no date.</source>
        <translation>La entrada {number} no tiene fecha.</translation>
    </message>
    <message>
        <source>Entry {number} has no time.</source>
        <translation>La entrada {number} no tiene hora.</translation>
    </message>
    <message>
        <source>Entry {number}, continued</source>
        <translation>Entrada {number}, continuación</translation>
    </message>
    <message>
        <source>Entry {number}, {when}</source>
        <translation>Entrada {number}, {when}</translation>
    </message>
    <message>
        <source>Events from {first} to {last}</source>
        <translation>Hechos del {first} al {last}</translation>
    </message>
    <message>
        <source>Events of {day}</source>
        <translation>Hechos del {day}</translation>
    </message>
    <message>
        <source>Events without a known date</source>
        <translation>Hechos sin fecha conocida</translation>
    </message>
    <message>
        <source>Every file with its fingerprint</source>
        <translation>Cada archivo con su huella</translation>
    </message>
    <message>
        <source>Every link and bookmark leads to its page.</source>
        <translation>Cada enlace y marcador lleva a su página.</translation>
    </message>
    <message>
        <source>Every page has the same paper size.</source>
        <translation>Todas las páginas tienen el mismo tamaño de papel.</translation>
    </message>
    <message>
        <source>Every part with its page</source>
        <translation>Cada parte con su página</translation>
    </message>
    <message>
        <source>Every printed page number is the number of the page in the file.</source>
        <translation>Cada número de página impreso es el número de la página en el archivo.</translation>
    </message>
    <message>
        <source>Everyone who gets the file can read it, the other side too.</source>
        <translation>Quien reciba el archivo puede leerlo, también la otra parte.</translation>
    </message>
    <message>
        <source>Evidence in support of a protective order</source>
        <translation>Pruebas en apoyo de una orden de protección</translation>
    </message>
    <message>
        <source>Exact words</source>
        <translation>Palabras exactas</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>Anexo</translation>
    </message>
    <message>
        <source>Exhibit {letter}</source>
        <translation>Anexo {letter}</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Anexos</translation>
    </message>
    <message>
        <source>Exhibits {first} to {last}</source>
        <translation>Anexos {first} a {last}</translation>
    </message>
    <message>
        <source>Exhibits {first}–{last}</source>
        <translation>Anexos {first}–{last}</translation>
    </message>
    <message>
        <source>Export file</source>
        <translation>Archivo exportado</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>feb</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Files of the entries</source>
        <translation>Archivos de las entradas</translation>
    </message>
    <message>
        <source>Files of this conversation</source>
        <translation>Archivos de esta conversación</translation>
    </message>
    <message>
        <source>Files were copied byte for byte when they were added. The list of files gives their fingerprints (SHA-256), so that the copy held by the petitioner can be compared.</source>
        <translation>Los archivos se copiaron byte por byte cuando se agregaron. La lista de archivos da sus huellas (SHA-256). Así se puede comparar la copia que conserva la parte peticionaria.</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Huella (SHA-256)</translation>
    </message>
    <message numerus="yes">
        <source>Fingerprint of %n file|Fingerprints of %n files</source>
        <translation><numerusform>Huella de %n archivo</numerusform><numerusform>Huellas de %n archivos</numerusform></translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Primer número</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Ajustar página</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Ajustar ancho</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>For you to sign by hand</source>
        <translation>Para que usted la firme a mano</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>viernes</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>Regalo</translation>
    </message>
    <message>
        <source>Go back and look</source>
        <translation>Volver y mirar</translation>
    </message>
    <message>
        <source>How to read this bundle</source>
        <translation>Cómo leer este informe</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>En {folder}</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Initials only</source>
        <translation>Iniciales</translation>
    </message>
    <message>
        <source>It added</source>
        <translation>Agregó</translation>
    </message>
    <message>
        <source>It names every section and exhibit with its page, and leads there.</source>
        <translation>Nombra cada sección y anexo con su página, y lleva a ellos.</translation>
    </message>
    <message numerus="yes">
        <source>It will stand at the foot of every page, %n page in all, and on the cover.|It will stand at the foot of every page, %n pages in all, and on the cover.</source>
        <translation><numerusform>Estará al pie de cada página, %n página en total, y en la portada.</numerusform><numerusform>Estará al pie de cada página, %n páginas en total, y en la portada.</numerusform></translation>
    </message>
    <message>
        <source>It will stand at the foot of every page, and on the cover.</source>
        <translation>Estará al pie de cada página y en la portada.</translation>
    </message>
    <message>
        <source>Item left</source>
        <translation>Objeto dejado</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>ene</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>jul</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>jun</translation>
    </message>
    <message>
        <source>Kept in your book. Without it the report says “Petitioner”.</source>
        <translation>Se guarda en su cuaderno. Sin él, el informe dice “Parte peticionaria”.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>Later export</source>
        <translation>Exportación posterior</translation>
    </message>
    <message>
        <source>Laying out pages</source>
        <translation>Ordenando las páginas</translation>
    </message>
    <message>
        <source>Leave out entries, files and messages that hold a hidden name</source>
        <translation>Omitir entradas, archivos y mensajes que contienen un nombre oculto</translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation>Omitir estos</translation>
    </message>
    <message>
        <source>Left out because a hidden name stands there: {what}.</source>
        <translation>Se omitió porque contiene un nombre oculto: {what}.</translation>
    </message>
    <message>
        <source>Legal name</source>
        <translation>Nombre legal</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Length {length}</source>
        <translation>Duración {length}</translation>
    </message>
    <message>
        <source>List of files</source>
        <translation>Lista de archivos</translation>
    </message>
    <message>
        <source>List of files, continued</source>
        <translation>Lista de archivos, continuación</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Look: {what}</source>
        <translation>Mirar: {what}</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Hecho el</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Hacer una copia</translation>
    </message>
    <message>
        <source>Making the preview</source>
        <translation>Haciendo la vista previa</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>Haciendo el informe</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>May</source>
        <translation>may</translation>
    </message>
    <message>
        <source>Message export</source>
        <translation>Exportación de mensajes</translation>
    </message>
    <message>
        <source>Message export ({platform})</source>
        <translation>Exportación de mensajes ({platform})</translation>
    </message>
    <message>
        <source>Message records</source>
        <translation>Registro de mensajes</translation>
    </message>
    <message>
        <source>Message {n} from {sender}, continued</source>
        <translation>Mensaje {n} de {sender}, continuación</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Messages with {title} ({platform}), {range}</source>
        <translation>Mensajes con {title} ({platform}), {range}</translation>
    </message>
    <message>
        <source>Messages without a name or number ({platform}), {range}</source>
        <translation>Mensajes sin nombre ni número ({platform}), {range}</translation>
    </message>
    <message>
        <source>Messages, each with its source</source>
        <translation>Mensajes, cada uno con su origen</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>lunes</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Name in your list, not printed</source>
        <translation>Nombre en su lista, no se imprime</translation>
    </message>
    <message>
        <source>Name this report</source>
        <translation>Ponga nombre a este informe</translation>
    </message>
    <message>
        <source>Name to print</source>
        <translation>Nombre para imprimir</translation>
    </message>
    <message>
        <source>Names on pictures are not looked for: look at each yourself.</source>
        <translation>No se buscan nombres en las imágenes. Mire usted cada una.</translation>
    </message>
    <message>
        <source>Names, court, case number</source>
        <translation>Nombres, tribunal, número de caso</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nuevo informe</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>Ningún archivo</translation>
    </message>
    <message>
        <source>No messages chosen</source>
        <translation>Ningún mensaje elegido</translation>
    </message>
    <message>
        <source>No messages were brought in yet.</source>
        <translation>Aún no se importó ningún mensaje.</translation>
    </message>
    <message>
        <source>No protected name stands in the file.</source>
        <translation>En el archivo no hay ningún nombre protegido.</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>Aún no hay informes</translation>
    </message>
    <message>
        <source>None in this report</source>
        <translation>Ninguno en este informe</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Not printed: it cannot be shown on paper. It is kept as a file.</source>
        <translation>No se imprime: no se puede mostrar en papel. Se conserva como archivo.</translation>
    </message>
    <message>
        <source>Not printed: it is kept as a file.</source>
        <translation>No se imprime: se conserva como archivo.</translation>
    </message>
    <message>
        <source>Not printed: the recording is kept as a file.</source>
        <translation>No se imprime: la grabación se conserva como archivo.</translation>
    </message>
    <message>
        <source>Note by petitioner</source>
        <translation>Nota de la parte peticionaria</translation>
    </message>
    <message>
        <source>Nothing in the file runs, and nothing leads out of it.</source>
        <translation>Nada en el archivo se ejecuta y nada lleva fuera de él.</translation>
    </message>
    <message>
        <source>Nothing is sent. You choose where the file goes.</source>
        <translation>No se envía nada. Usted elige dónde va el archivo.</translation>
    </message>
    <message>
        <source>Nothing is sent. You choose where the file goes. About {size}.</source>
        <translation>No se envía nada. Usted elige dónde va el archivo. Unos {size}.</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>Nada más</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>oct</translation>
    </message>
    <message>
        <source>One thing to look at</source>
        <translation>Una cosa por revisar</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden judicial</translation>
    </message>
    <message>
        <source>Order of day and month: {basis}.</source>
        <translation>Orden de día y mes: {basis}.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Documento PDF</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>Números de página</translation>
    </message>
    <message>
        <source>Page numbers are those of the PDF file, this cover being page 1. Each exhibit starts with a sheet and carries its own page count; the index and the bookmarks lead to it.</source>
        <translation>Los números de página son los del archivo PDF; esta portada es la página 1. Cada anexo empieza con una hoja y lleva su propia cuenta de páginas. El índice y los marcadores llevan a él.</translation>
    </message>
    <message>
        <source>Page {n} of {total}</source>
        <translation>Página {n} de {total}</translation>
    </message>
    <message>
        <source>Page {page} of {total}</source>
        <translation>Página {page} de {total}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Petitioner</source>
        <translation>Parte peticionaria</translation>
    </message>
    <message>
        <source>Pick all that are listed</source>
        <translation>Elegir todo lo de la lista</translation>
    </message>
    <message>
        <source>Pick entries</source>
        <translation>Elegir entradas</translation>
    </message>
    <message>
        <source>Pick none</source>
        <translation>No elegir nada</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Prepared by {petitioner}   Bundle {bundle}</source>
        <translation>Preparado por {petitioner}   Informe {bundle}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Preview, page {page} of {pages}</source>
        <translation>Vista previa, página {page} de {pages}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message numerus="yes">
        <source>Print %n page?|Print %n pages?</source>
        <translation><numerusform>¿Imprimir %n página?</numerusform><numerusform>¿Imprimir %n páginas?</numerusform></translation>
    </message>
    <message>
        <source>Print my legal name</source>
        <translation>Imprimir mi nombre legal</translation>
    </message>
    <message>
        <source>Print your legal name?</source>
        <translation>¿Imprimir su nombre legal?</translation>
    </message>
    <message>
        <source>Printed only where messages have small pictures in them.</source>
        <translation>Se imprime solo si hay imágenes pequeñas en los mensajes.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Putting pages together</source>
        <translation>Uniendo las páginas</translation>
    </message>
    <message>
        <source>Read in another encoding: {text}</source>
        <translation>Leído con otra codificación: {text}</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>Leyendo archivos</translation>
    </message>
    <message>
        <source>Reading the file again</source>
        <translation>Leyendo el archivo otra vez</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Report to an authority</source>
        <translation>Denuncia ante una autoridad</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Respondent</source>
        <translation>Parte demandada</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>sábado</translation>
    </message>
    <message>
        <source>Save a filter on the timeline first, then choose it here.</source>
        <translation>Guarde primero un filtro en la cronología y elíjalo aquí.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Guardar de todos modos</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Saved as files</source>
        <translation>Guardados como archivos</translation>
    </message>
    <message>
        <source>Saved filter</source>
        <translation>Filtro guardado</translation>
    </message>
    <message numerus="yes">
        <source>Saved, %n page|Saved, %n pages</source>
        <translation><numerusform>Guardado, %n página</numerusform><numerusform>Guardado, %n páginas</numerusform></translation>
    </message>
    <message>
        <source>Sealed in your book. Only a report with this choice prints it.</source>
        <translation>Queda sellado en su cuaderno. Solo lo imprime un informe con esta opción.</translation>
    </message>
    <message>
        <source>Search entries</source>
        <translation>Buscar entradas</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sept</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Se muestra</translation>
    </message>
    <message>
        <source>Shown on</source>
        <translation>Se muestra en</translation>
    </message>
    <message>
        <source>Size of the page</source>
        <translation>Tamaño de la página</translation>
    </message>
    <message>
        <source>Small pictures look different on every phone and lose their colours in print. These are the ones used in this bundle, with the names of the Unicode standard.</source>
        <translation>Las imágenes pequeñas se ven distintas en cada teléfono y pierden sus colores al imprimirse. Estas son las que aparecen en este informe, con los nombres del estándar Unicode.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Sound recording</source>
        <translation>Grabación de audio</translation>
    </message>
    <message>
        <source>Space leaves a section out. Alt with Up or Down moves it.</source>
        <translation>Espacio omite una sección. Alt con Arriba o Abajo la mueve.</translation>
    </message>
    <message>
        <source>Space ticks an entry.</source>
        <translation>Espacio marca una entrada.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved.</source>
        <translation>Detenido. No se guardó nada.</translation>
    </message>
    <message>
        <source>Stopped. Some pages may have been printed.</source>
        <translation>Detenido. Puede que se hayan impreso algunas páginas.</translation>
    </message>
    <message>
        <source>Subject: {subject}</source>
        <translation>Asunto: {subject}</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>domingo</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>Quitado de la lista</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>That of this window</source>
        <translation>El de esta ventana</translation>
    </message>
    <message>
        <source>The case number is left blank.</source>
        <translation>El número de caso queda en blanco.</translation>
    </message>
    <message>
        <source>The clocks changed around this time; the hour is not certain.</source>
        <translation>Los relojes cambiaron cerca de esta hora; la hora no es segura.</translation>
    </message>
    <message>
        <source>The court is left blank.</source>
        <translation>El tribunal queda en blanco.</translation>
    </message>
    <message>
        <source>The file gives exact instants.</source>
        <translation>El archivo da instantes exactos.</translation>
    </message>
    <message>
        <source>The file gives local times without a zone.</source>
        <translation>El archivo da horas locales sin zona.</translation>
    </message>
    <message>
        <source>The file gives local times; its own dates point to the zone {zone}.</source>
        <translation>El archivo da horas locales; sus propias fechas indican la zona {zone}.</translation>
    </message>
    <message>
        <source>The file gives local times; the petitioner stated the zone {zone}.</source>
        <translation>El archivo da horas locales; la parte peticionaria indicó la zona {zone}.</translation>
    </message>
    <message>
        <source>The file gives the distance from UTC.</source>
        <translation>El archivo da la diferencia con UTC.</translation>
    </message>
    <message>
        <source>The file gives times in UTC.</source>
        <translation>El archivo da las horas en UTC.</translation>
    </message>
    <message>
        <source>The file names no person, program path or computer.</source>
        <translation>El archivo no nombra personas, rutas de programas ni equipos.</translation>
    </message>
    <message>
        <source>The file opens without a password.</source>
        <translation>El archivo se abre sin contraseña.</translation>
    </message>
    <message>
        <source>The file passes an offline PDF/A-2b validator.</source>
        <translation>El archivo supera un validador PDF/A-2b sin conexión.</translation>
    </message>
    <message>
        <source>The files of the entries, in order of time. Add or take out a file in its entry.</source>
        <translation>Los archivos de las entradas, en orden de tiempo. Agregue o quite un archivo en su entrada.</translation>
    </message>
    <message>
        <source>The fingerprint (SHA-256) is worked out from every byte of the file as it was added. A copy of the file that has the same fingerprint is the same file.</source>
        <translation>La huella (SHA-256) se calcula con cada byte del archivo tal como se agregó. Una copia con la misma huella es el mismo archivo.</translation>
    </message>
    <message>
        <source>The order of the messages shows which figure is the day and which the month.</source>
        <translation>El orden de los mensajes muestra qué cifra es el día y cuál el mes.</translation>
    </message>
    <message>
        <source>The pages appear here</source>
        <translation>Las páginas aparecen aquí</translation>
    </message>
    <message>
        <source>The person responsible</source>
        <translation>La persona responsable</translation>
    </message>
    <message>
        <source>The petitioner stated the order of day and month.</source>
        <translation>La parte peticionaria indicó el orden de día y mes.</translation>
    </message>
    <message>
        <source>The points or dashes of its dates show which figure is the day.</source>
        <translation>Los puntos o guiones de sus fechas muestran qué cifra es el día.</translation>
    </message>
    <message>
        <source>The preview is the file itself, page by page.</source>
        <translation>La vista previa es el archivo mismo, página por página.</translation>
    </message>
    <message>
        <source>The print system of this computer, and the printer, may keep a copy. Choose a printer that you trust.</source>
        <translation>El sistema de impresión de este equipo y la impresora pueden guardar una copia. Elija una impresora de confianza.</translation>
    </message>
    <message>
        <source>The recording {id} has no transcript.</source>
        <translation>La grabación {id} no tiene transcripción.</translation>
    </message>
    <message>
        <source>The respondent is left blank.</source>
        <translation>La parte demandada queda en blanco.</translation>
    </message>
    <message>
        <source>The words come from the court rules below. Read them before you sign on paper.</source>
        <translation>Las palabras son de las reglas del tribunal, abajo. Léalas antes de firmar en papel.</translation>
    </message>
    <message numerus="yes">
        <source>The words on %n pictures cannot be searched: no transcripts.</source>
        <translation><numerusform>Las palabras de %n imagen no se pueden buscar: no tiene transcripción.</numerusform><numerusform>Las palabras de %n imágenes no se pueden buscar: no tienen transcripción.</numerusform></translation>
    </message>
    <message>
        <source>The words on {id} cannot be searched: it has no transcript.</source>
        <translation>Las palabras de {id} no se pueden buscar: no tiene transcripción.</translation>
    </message>
    <message>
        <source>The year stands first, then the month, then the day.</source>
        <translation>El año va primero, luego el mes y luego el día.</translation>
    </message>
    <message>
        <source>They are made on this computer and stay in memory.</source>
        <translation>Se hacen en este equipo y quedan en la memoria.</translation>
    </message>
    <message>
        <source>This bundle was made from a record of {size} kept steps with the fingerprint {root}.</source>
        <translation>Este informe se hizo de un registro de {size} pasos guardados con la huella {root}.</translation>
    </message>
    <message>
        <source>This zone is not known. Write it as Area/City.</source>
        <translation>Esta zona no se conoce. Escríbala como Área/Ciudad.</translation>
    </message>
    <message>
        <source>Those of a saved filter</source>
        <translation>Las de un filtro guardado</translation>
    </message>
    <message>
        <source>Those of some days</source>
        <translation>Las de algunos días</translation>
    </message>
    <message>
        <source>Those of the entries</source>
        <translation>Los de las entradas</translation>
    </message>
    <message>
        <source>Those of “{filter}”</source>
        <translation>Las de “{filter}”</translation>
    </message>
    <message>
        <source>Those that you pick</source>
        <translation>Las que usted elija</translation>
    </message>
    <message>
        <source>Threat</source>
        <translation>Amenaza</translation>
    </message>
    <message>
        <source>Three things to look at</source>
        <translation>Tres cosas por revisar</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>jueves</translation>
    </message>
    <message>
        <source>Time in file</source>
        <translation>Hora en el archivo</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Times are local ({zone}). “Written” is when the petitioner wrote the event down.</source>
        <translation>Las horas son locales ({zone}). “Escrita” es cuando la parte peticionaria anotó el hecho.</translation>
    </message>
    <message>
        <source>Times are local times of the zone {zone} ({offsets}) on 24 hours, unless another distance from UTC is printed beside them.</source>
        <translation>Las horas son las locales de la zona {zone} ({offsets}), en formato de 24 horas. Cuando la diferencia con UTC es otra, está impresa al lado.</translation>
    </message>
    <message>
        <source>Title on the cover</source>
        <translation>Título de la portada</translation>
    </message>
    <message>
        <source>Transcript, written by petitioner</source>
        <translation>Transcripción, escrita por la parte peticionaria</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>martes</translation>
    </message>
    <message>
        <source>Two things to look at</source>
        <translation>Dos cosas por revisar</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Updating page {n}</source>
        <translation>Actualizando la página {n}</translation>
    </message>
    <message>
        <source>Video recording</source>
        <translation>Grabación de video</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>miércoles</translation>
    </message>
    <message>
        <source>What I did</source>
        <translation>Qué hice</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>What happened, in order of time</source>
        <translation>Qué ocurrió, en orden de tiempo</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Qué contiene</translation>
    </message>
    <message>
        <source>What small pictures are called</source>
        <translation>Cómo se llaman las imágenes pequeñas</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Whole conversations</source>
        <translation>Conversaciones completas</translation>
    </message>
    <message>
        <source>With the fingerprint of each file, so that anyone can compare a copy with it.</source>
        <translation>Con la huella de cada archivo, para que cualquiera pueda comparar una copia.</translation>
    </message>
    <message>
        <source>Witnesses</source>
        <translation>Testigos</translation>
    </message>
    <message>
        <source>Words, names, places</source>
        <translation>Palabras, nombres, lugares</translation>
    </message>
    <message>
        <source>Working name</source>
        <translation>Nombre de uso</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Escribiendo el archivo</translation>
    </message>
    <message>
        <source>Written {when}.</source>
        <translation>Escrita {when}.</translation>
    </message>
    <message>
        <source>You can save anyway.</source>
        <translation>Puede guardar de todos modos.</translation>
    </message>
    <message>
        <source>You chose the place. The book does not keep it.</source>
        <translation>Usted eligió el lugar. El cuaderno no lo guarda.</translation>
    </message>
    <message>
        <source>Your legal name</source>
        <translation>Su nombre legal</translation>
    </message>
    <message>
        <source>Your legal name stands on every page.</source>
        <translation>Su nombre legal está en cada página.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Propios</translation>
    </message>
    <message>
        <source>[a character that cannot be shown stands as a mark]</source>
        <translation>[un carácter que no se puede mostrar aparece como una marca]</translation>
    </message>
    <message>
        <source>[a file was left out of the export]</source>
        <translation>[un archivo quedó fuera de la exportación]</translation>
    </message>
    <message>
        <source>[a kind of record that cannot be shown]</source>
        <translation>[un tipo de registro que no se puede mostrar]</translation>
    </message>
    <message>
        <source>[announced to the phone and never fetched by it]</source>
        <translation>[anunciado al teléfono y nunca descargado por él]</translation>
    </message>
    <message>
        <source>[answered on another device]</source>
        <translation>[contestada en otro dispositivo]</translation>
    </message>
    <message>
        <source>[attachment]</source>
        <translation>[adjunto]</translation>
    </message>
    <message>
        <source>[call]</source>
        <translation>[llamada]</translation>
    </message>
    <message>
        <source>[contact card]</source>
        <translation>[tarjeta de contacto]</translation>
    </message>
    <message>
        <source>[deleted by the owner of the phone]</source>
        <translation>[eliminado por la persona dueña del teléfono]</translation>
    </message>
    <message>
        <source>[deleted, as the export says]</source>
        <translation>[eliminado, según la exportación]</translation>
    </message>
    <message>
        <source>[draft: it was not sent]</source>
        <translation>[borrador: no se envió]</translation>
    </message>
    <message>
        <source>[edited, as the export says]</source>
        <translation>[editado, según la exportación]</translation>
    </message>
    <message>
        <source>[joined from several parts, a line for each]</source>
        <translation>[unido de varias partes, una línea para cada una]</translation>
    </message>
    <message>
        <source>[known by its words alone]</source>
        <translation>[conocido solo por sus palabras]</translation>
    </message>
    <message>
        <source>[line written by the messaging program]</source>
        <translation>[línea escrita por el programa de mensajes]</translation>
    </message>
    <message>
        <source>[location]</source>
        <translation>[ubicación]</translation>
    </message>
    <message>
        <source>[missed]</source>
        <translation>[perdida]</translation>
    </message>
    <message>
        <source>[morning or evening is not certain]</source>
        <translation>[no es seguro si es de mañana o de noche]</translation>
    </message>
    <message>
        <source>[no text]</source>
        <translation>[sin texto]</translation>
    </message>
    <message>
        <source>[not answered]</source>
        <translation>[no contestada]</translation>
    </message>
    <message>
        <source>[poll]</source>
        <translation>[encuesta]</translation>
    </message>
    <message>
        <source>[reaction]</source>
        <translation>[reacción]</translation>
    </message>
    <message>
        <source>[read in the old alphabet of Windows]</source>
        <translation>[leído con el alfabeto antiguo de Windows]</translation>
    </message>
    <message>
        <source>[refused: the number was blocked]</source>
        <translation>[rechazada: el número estaba bloqueado]</translation>
    </message>
    <message>
        <source>[rejected]</source>
        <translation>[rechazada]</translation>
    </message>
    <message>
        <source>[sending failed]</source>
        <translation>[falló el envío]</translation>
    </message>
    <message>
        <source>[the caller's number was hidden]</source>
        <translation>[el número de quien llamó estaba oculto]</translation>
    </message>
    <message>
        <source>[the clock of the phone may have been wrong]</source>
        <translation>[puede que el reloj del teléfono estuviera mal]</translation>
    </message>
    <message>
        <source>[the date could not be read]</source>
        <translation>[no se pudo leer la fecha]</translation>
    </message>
    <message>
        <source>[the date does not fit the others]</source>
        <translation>[la fecha no concuerda con las demás]</translation>
    </message>
    <message>
        <source>[the date is of another calendar in the export]</source>
        <translation>[la fecha es de otro calendario en la exportación]</translation>
    </message>
    <message>
        <source>[the export does not say who sent it]</source>
        <translation>[la exportación no dice quién lo envió]</translation>
    </message>
    <message>
        <source>[the export ends here in the middle]</source>
        <translation>[la exportación termina aquí, a la mitad]</translation>
    </message>
    <message>
        <source>[the export holds more that cannot be shown]</source>
        <translation>[la exportación contiene más que no se puede mostrar]</translation>
    </message>
    <message>
        <source>[the export shows no content: viewed once or missing]</source>
        <translation>[la exportación no muestra contenido: visto una vez o ausente]</translation>
    </message>
    <message>
        <source>[the file is damaged in the export]</source>
        <translation>[el archivo está dañado en la exportación]</translation>
    </message>
    <message>
        <source>[the file is of another kind than the export says]</source>
        <translation>[el archivo es de otro tipo que el que dice la exportación]</translation>
    </message>
    <message>
        <source>[the file lay beside the export, which names it and does not hold it]</source>
        <translation>[el archivo estaba junto a la exportación, que lo nombra y no lo contiene]</translation>
    </message>
    <message>
        <source>[the hour does not fit its part of the day]</source>
        <translation>[la hora no concuerda con su parte del día]</translation>
    </message>
    <message>
        <source>[the time could not be read]</source>
        <translation>[no se pudo leer la hora]</translation>
    </message>
    <message>
        <source>[this may be text pasted into the message before it]</source>
        <translation>[puede ser texto pegado en el mensaje anterior]</translation>
    </message>
    <message>
        <source>[too long: the rest stands in the export]</source>
        <translation>[demasiado largo: el resto está en la exportación]</translation>
    </message>
    <message>
        <source>[voicemail]</source>
        <translation>[mensaje de voz]</translation>
    </message>
    <message>
        <source>[waiting to be sent]</source>
        <translation>[en espera de envío]</translation>
    </message>
    <message>
        <source>[written in another form than the others]</source>
        <translation>[escrito en otra forma que los demás]</translation>
    </message>
    <message>
        <source>about {day}</source>
        <translation>hacia el {day}</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>hacia {time}</translation>
    </message>
    <message numerus="yes">
        <source>all %n message|all %n messages</source>
        <translation><numerusform>el único mensaje</numerusform><numerusform>los %n mensajes</numerusform></translation>
    </message>
    <message>
        <source>all {n} others named on the sheet</source>
        <translation>las otras {n} personas nombradas en la hoja</translation>
    </message>
    <message numerus="yes">
        <source>and %n more|and %n more</source>
        <translation><numerusform>y %n más</numerusform><numerusform>y %n más</numerusform></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>adjunto</translation>
    </message>
    <message>
        <source>badge {badge}</source>
        <translation>placa {badge}</translation>
    </message>
    <message>
        <source>between {first_day} and {last_day}</source>
        <translation>entre el {first_day} y el {last_day}</translation>
    </message>
    <message>
        <source>between {first} and {last}</source>
        <translation>entre {first} y {last}</translation>
    </message>
    <message>
        <source>case number</source>
        <translation>número de caso</translation>
    </message>
    <message>
        <source>changed {when}</source>
        <translation>cambiado {when}</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>marcado</translation>
    </message>
    <message>
        <source>court</source>
        <translation>tribunal</translation>
    </message>
    <message>
        <source>description</source>
        <translation>descripción</translation>
    </message>
    <message>
        <source>draft kept {time}</source>
        <translation>borrador guardado {time}</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>efecto</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>entrada {number}</translation>
    </message>
    <message>
        <source>exact words</source>
        <translation>palabras exactas</translation>
    </message>
    <message>
        <source>export file</source>
        <translation>archivo exportado</translation>
    </message>
    <message>
        <source>file {id}</source>
        <translation>archivo {id}</translation>
    </message>
    <message>
        <source>file {name}</source>
        <translation>archivo {name}</translation>
    </message>
    <message>
        <source>from {first} on the first day to {last} on the last</source>
        <translation>desde {first} del primer día hasta {last} del último</translation>
    </message>
    <message>
        <source>in the file name</source>
        <translation>en el nombre del archivo</translation>
    </message>
    <message>
        <source>in the words of the entry: “{raw}”</source>
        <translation>en las palabras de la entrada: “{raw}”</translation>
    </message>
    <message>
        <source>inside the recording or document</source>
        <translation>dentro de la grabación o del documento</translation>
    </message>
    <message>
        <source>last change of the file</source>
        <translation>último cambio del archivo</translation>
    </message>
    <message>
        <source>message {n} of {exhibit}</source>
        <translation>mensaje {n} de {exhibit}</translation>
    </message>
    <message>
        <source>message {n} of {total} ({platform})</source>
        <translation>mensaje {n} de {total} ({platform})</translation>
    </message>
    <message numerus="yes">
        <source>message {n}|messages {n}</source>
        <translation><numerusform>mensaje {n}</numerusform><numerusform>mensajes {n}</numerusform></translation>
    </message>
    <message>
        <source>messages {numbers} of {total}</source>
        <translation>mensajes {numbers} de {total}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>sin hora</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>sin marcar</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>no registrado</translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation>de {pages}</translation>
    </message>
    <message>
        <source>officer {name}</source>
        <translation>agente {name}</translation>
    </message>
    <message>
        <source>p. {pages}</source>
        <translation>pág. {pages}</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>pág. {page}</translation>
    </message>
    <message>
        <source>page prefix</source>
        <translation>prefijo de página</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>página {page}</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>participantes</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personas</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lugar</translation>
    </message>
    <message>
        <source>recipients</source>
        <translation>destinatarios</translation>
    </message>
    <message>
        <source>report number {number}</source>
        <translation>denuncia número {number}</translation>
    </message>
    <message>
        <source>report to an authority</source>
        <translation>denuncia ante una autoridad</translation>
    </message>
    <message>
        <source>report.pdf</source>
        <translation>informe.pdf</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>denunciado</translation>
    </message>
    <message>
        <source>respondent</source>
        <translation>parte demandada</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>remitente</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message numerus="yes">
        <source>the conversation of %n message ({platform})|the conversation of %n messages ({platform})</source>
        <translation><numerusform>la conversación de %n mensaje ({platform})</numerusform><numerusform>la conversación de %n mensajes ({platform})</numerusform></translation>
    </message>
    <message>
        <source>the cover</source>
        <translation>la portada</translation>
    </message>
    <message>
        <source>the report was refused</source>
        <translation>no recibieron la denuncia</translation>
    </message>
    <message>
        <source>time</source>
        <translation>hora</translation>
    </message>
    <message>
        <source>time not known</source>
        <translation>hora desconocida</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>transcript</source>
        <translation>transcripción</translation>
    </message>
    <message>
        <source>what I did</source>
        <translation>qué hice</translation>
    </message>
    <message>
        <source>witnesses</source>
        <translation>testigos</translation>
    </message>
    <message>
        <source>written by the camera</source>
        <translation>escrita por la cámara</translation>
    </message>
    <message numerus="yes">
        <source>{chat}, %n message|{chat}, %n messages</source>
        <translation><numerusform>{chat}, %n mensaje</numerusform><numerusform>{chat}, %n mensajes</numerusform></translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{exhibit} has no description.</source>
        <translation>{exhibit} no tiene descripción.</translation>
    </message>
    <message>
        <source>{exhibit} – page {i} of {n}</source>
        <translation>{exhibit} – página {i} de {n}</translation>
    </message>
    <message>
        <source>{files}: {entry}</source>
        <translation>{files}: {entry}</translation>
    </message>
    <message>
        <source>{first} and up</source>
        <translation>Desde {first}</translation>
    </message>
    <message>
        <source>{form}, {name}</source>
        <translation>{form}, {name}</translation>
    </message>
    <message>
        <source>{id}  {name}</source>
        <translation>{id}  {name}</translation>
    </message>
    <message>
        <source>{id} cannot be shown on paper; it is listed as a file.</source>
        <translation>{id} no se puede mostrar en papel; está en la lista de archivos.</translation>
    </message>
    <message>
        <source>{id}, continued</source>
        <translation>{id}, continuación</translation>
    </message>
    <message>
        <source>{id}: notes, marks or filled-in fields of the document are not shown (its page {pages}). Look at the file itself.</source>
        <translation>{id}: hay notas, marcas o campos llenados del documento que no se muestran (su página {pages}). Mire el archivo mismo.</translation>
    </message>
    <message>
        <source>{id}: the file itself holds your legal name, such as in its properties or notes. It is not in this report. Think of it before you hand the file itself over.</source>
        <translation>{id}: el archivo mismo contiene su nombre legal, por ejemplo en sus propiedades o notas. En este informe no está. Téngalo en cuenta antes de entregar el archivo mismo.</translation>
    </message>
    <message>
        <source>{kind}, {size} ({bytes} bytes)</source>
        <translation>{kind}, {size} ({bytes} bytes)</translation>
    </message>
    <message numerus="yes">
        <source>{name} (its page {pages})|{name} (its pages {pages})</source>
        <translation><numerusform>{name} (su página {pages})</numerusform><numerusform>{name} (sus páginas {pages})</numerusform></translation>
    </message>
    <message>
        <source>{name} (number not recorded)</source>
        <translation>{name} (número no registrado)</translation>
    </message>
    <message>
        <source>{name} ({number})</source>
        <translation>{name} ({number})</translation>
    </message>
    <message>
        <source>{name}, copy</source>
        <translation>{name}, copia</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} bytes</translation>
    </message>
    <message numerus="yes">
        <source>{n} of %n entry|{n} of %n entries</source>
        <translation><numerusform>{n} de %n entrada</numerusform><numerusform>{n} de %n entradas</numerusform></translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} de {total}</translation>
    </message>
    <message>
        <source>{pages} pages: many courts want no more than {limit}.</source>
        <translation>{pages} páginas: muchos tribunales no quieren más de {limit}.</translation>
    </message>
    <message>
        <source>{pages}, saved {when}</source>
        <translation>{pages}, guardado {when}</translation>
    </message>
    <message>
        <source>{paper} (by the rules)</source>
        <translation>{paper} (según las reglas)</translation>
    </message>
    <message>
        <source>{size}: many courts take no file above {limit}.</source>
        <translation>{size}: muchos tribunales no aceptan archivos de más de {limit}.</translation>
    </message>
    <message>
        <source>{time} ({basis})</source>
        <translation>{time} ({basis})</translation>
    </message>
    <message>
        <source>{title}, p. {page}</source>
        <translation>{title}, pág. {page}</translation>
    </message>
    <message>
        <source>{which}, {n} when last made</source>
        <translation>{which}, {n} la última vez</translation>
    </message>
    <message>
        <source>“Petitioner”</source>
        <translation>“Parte peticionaria”</translation>
    </message>
    <message>
        <source>“Written” is when the petitioner wrote an entry down; the program set that time from the clock of the computer. Changes made later are said.</source>
        <translation>“Escrita” es cuando la parte peticionaria anotó una entrada; el programa tomó esa hora del reloj del equipo. Los cambios posteriores se indican.</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>A backup is one locked file. It becomes a new book in a folder of its own.</source>
        <translation>Una copia de seguridad es un solo archivo cifrado. Se convierte en un cuaderno nuevo, en su propia carpeta.</translation>
    </message>
    <message>
        <source>A new folder. A book that is here already is never written over.</source>
        <translation>Una carpeta nueva. Nunca se escribe encima de un cuaderno que ya está aquí.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Elegir el archivo</translation>
    </message>
    <message>
        <source>Choose the file of the backup first.</source>
        <translation>Elija primero el archivo de la copia de seguridad.</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Elegir el archivo de clave</translation>
    </message>
    <message>
        <source>Close, save nothing</source>
        <translation>Cerrar sin guardar nada</translation>
    </message>
    <message>
        <source>Key file chosen</source>
        <translation>Archivo de clave elegido</translation>
    </message>
    <message>
        <source>No account. No internet. Nothing leaves this computer.</source>
        <translation>Sin cuenta. Sin internet. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restaurando</translation>
    </message>
    <message>
        <source>Seven groups of four letters and digits, from your sheet.</source>
        <translation>Siete grupos de cuatro letras y cifras, de su hoja.</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>La copia de seguridad</translation>
    </message>
    <message>
        <source>The one that opened the book when the backup was made.</source>
        <translation>La que abría el cuaderno cuando se hizo la copia de seguridad.</translation>
    </message>
    <message>
        <source>Type the passphrase of this backup.</source>
        <translation>Escriba la frase secreta de esta copia de seguridad.</translation>
    </message>
    <message>
        <source>Type the recovery key from your sheet.</source>
        <translation>Escriba la clave de recuperación de su hoja.</translation>
    </message>
    <message>
        <source>Use a recovery key</source>
        <translation>Usar una clave de recuperación</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Usar la frase secreta</translation>
    </message>
    <message>
        <source>Where the book goes</source>
        <translation>Dónde se pondrá el cuaderno</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Clear the search</source>
        <translation>Limpiar la búsqueda</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>12 hours: 2:30 pm</source>
        <translation>12 horas: 2:30 p. m.</translation>
    </message>
    <message>
        <source>24 hours: 14:30</source>
        <translation>24 horas: 14:30</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute|After %n minutes</source>
        <translation><numerusform>Después de %n minuto</numerusform><numerusform>Después de %n minutos</numerusform></translation>
    </message>
    <message>
        <source>After unlocking</source>
        <translation>Después de desbloquear</translation>
    </message>
    <message>
        <source>Also locks when the computer sleeps or its own screen is locked.</source>
        <translation>También se bloquea cuando el equipo se suspende o se bloquea su propia pantalla.</translation>
    </message>
    <message>
        <source>Also with Ctrl and plus or minus, on every page.</source>
        <translation>También con Ctrl y más o menos, en cada página.</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Como el equipo</translation>
    </message>
    <message>
        <source>As the computer and the last report</source>
        <translation>Como el equipo y el último informe</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Blur pictures until I choose to look</source>
        <translation>Difuminar las imágenes hasta que elija mirar</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Cuadernos</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Dark is calmer at night and shows less across a room.</source>
        <translation>El oscuro es más tranquilo de noche y se ve menos desde lejos.</translation>
    </message>
    <message>
        <source>Darker words and clear edges. It is on by itself when the computer asks for it.</source>
        <translation>Palabras más oscuras y bordes claros. Se activa solo cuando el equipo lo pide.</translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>Fechas y horas</translation>
    </message>
    <message>
        <source>Each report can have another one.</source>
        <translation>Cada informe puede tener otro.</translation>
    </message>
    <message>
        <source>Esc, three times</source>
        <translation>Esc, tres veces</translation>
    </message>
    <message>
        <source>F9, once</source>
        <translation>F9, una vez</translation>
    </message>
    <message>
        <source>For what you write and read.</source>
        <translation>Para lo que escribe y lee.</translation>
    </message>
    <message>
        <source>For what you write and read: entries and messages.</source>
        <translation>Para lo que escribe y lee: entradas y mensajes.</translation>
    </message>
    <message>
        <source>Free software by others, each under its own licence.</source>
        <translation>Software libre de otras personas, cada uno con su propia licencia.</translation>
    </message>
    <message>
        <source>Hide and end</source>
        <translation>Ocultar y terminar</translation>
    </message>
    <message>
        <source>Hide and lock</source>
        <translation>Ocultar y bloquear</translation>
    </message>
    <message>
        <source>In the calendar and in the weeks above the timeline.</source>
        <translation>En el calendario y en las semanas sobre la cronología.</translation>
    </message>
    <message>
        <source>It hides from a glance, not from a search. Who opens the program sees a box for a passphrase. Who looks through the disk finds a locked file. Beside it, a small open file holds this name, the language, the text size and the colours.</source>
        <translation>Oculta de una mirada, no de una búsqueda. Quien abra el programa ve un cuadro para una frase secreta. Quien busque en el disco encuentra un archivo cifrado. A su lado, un pequeño archivo abierto guarda este nombre, el idioma, el tamaño del texto y los colores.</translation>
    </message>
    <message>
        <source>It opens the book when the passphrase is forgotten. The book keeps no copy of it, so the old key cannot be shown again. A new one can be made.</source>
        <translation>Abre el cuaderno cuando se olvida la frase secreta. El cuaderno no guarda copia de ella, así que la clave anterior no se puede volver a mostrar. Se puede crear una nueva.</translation>
    </message>
    <message>
        <source>Its licence lies beside it in the program’s folder.</source>
        <translation>Su licencia está a su lado, en la carpeta del programa.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language and dates</source>
        <translation>Idioma y fechas</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Idioma del programa</translation>
    </message>
    <message>
        <source>Leaving fast</source>
        <translation>Salir rápido</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letra</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Lock and passphrase</source>
        <translation>Bloqueo y frase secreta</translation>
    </message>
    <message>
        <source>Lock when I stop using it</source>
        <translation>Bloquear cuando dejo de usarlo</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Más contraste</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Sin teclas</translation>
    </message>
    <message>
        <source>Nothing fades or blinks, the cursor neither.</source>
        <translation>Nada se desvanece ni parpadea, tampoco el cursor.</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>No hay nada con ese nombre</translation>
    </message>
    <message>
        <source>Nothing leaves this computer by itself.</source>
        <translation>Nada sale por sí solo de este equipo.</translation>
    </message>
    <message>
        <source>On every page. A report always has 24 hours.</source>
        <translation>En cada página. Un informe siempre tiene 24 horas.</translation>
    </message>
    <message>
        <source>Open on a new entry</source>
        <translation>Abrir en una entrada nueva</translation>
    </message>
    <message>
        <source>Other people see an ordinary window. Pages use plain names too: the timeline is “Notes”, reports are “Documents”.</source>
        <translation>Otras personas ven una ventana común. Las páginas también usan nombres corrientes: la cronología es “Notas”, los informes son “Documentos”.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Paper of new reports</source>
        <translation>Papel de los informes nuevos</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Sencilla</translation>
    </message>
    <message>
        <source>Plain look</source>
        <translation>Apariencia discreta</translation>
    </message>
    <message>
        <source>Press them within two seconds, from anywhere in the book.</source>
        <translation>Presiónelas en menos de dos segundos, desde cualquier parte del cuaderno.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Room between lines</source>
        <translation>Espacio entre líneas</translation>
    </message>
    <message>
        <source>Safety and privacy</source>
        <translation>Seguridad y privacidad</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Shift, three times</source>
        <translation>Mayús (Shift), tres veces</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation>Texto y colores</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>The cursor stands in the box, and you can write at once.</source>
        <translation>El cursor está en el cuadro y puede escribir de inmediato.</translation>
    </message>
    <message>
        <source>The program never connects to a network, and never looks for updates.</source>
        <translation>El programa nunca se conecta a una red y nunca busca actualizaciones.</translation>
    </message>
    <message>
        <source>The week begins on</source>
        <translation>La semana empieza el</translation>
    </message>
    <message>
        <source>This is how an entry reads. The bus was late, so I walked home along the river and was back at about eight.</source>
        <translation>Así se lee una entrada. El autobús se retrasó, así que caminé a casa junto al río y llegué hacia las ocho.</translation>
    </message>
    <message>
        <source>Thumbnails stay blurred. Press Space to look.</source>
        <translation>Las miniaturas quedan difuminadas. Presione Espacio para mirar.</translation>
    </message>
    <message>
        <source>Try another word, such as lock, text or backup.</source>
        <translation>Pruebe otra palabra, como bloqueo, texto o copia.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué sucede</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>De qué está hecho</translation>
    </message>
    <message>
        <source>What you write is kept in your book, locked with your passphrase, and nowhere else.</source>
        <translation>Lo que escribe se guarda en su cuaderno, cifrado con su frase secreta, y en ningún otro sitio.</translation>
    </message>
    <message>
        <source>Window name</source>
        <translation>Nombre de la ventana</translation>
    </message>
    <message>
        <source>Window name, task bar and task switcher</source>
        <translation>Nombre de la ventana, barra de tareas y cambio de tareas</translation>
    </message>
    <message>
        <source>With serifs, as in a book</source>
        <translation>Con remates, como en un libro</translation>
    </message>
    <message>
        <source>Your own words stay as you wrote them.</source>
        <translation>Sus propias palabras quedan como las escribió.</translation>
    </message>
    <message>
        <source>Your words are kept first. “Hide and lock” leaves a lock screen in the task bar; closing the window always ends.</source>
        <translation>Primero se guardan sus palabras. “Ocultar y bloquear” deja una pantalla de bloqueo en la barra de tareas; cerrar la ventana siempre termina.</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>A folder that is not only here</source>
        <translation>Una carpeta que no está solo aquí</translation>
    </message>
    <message>
        <source>A suggestion, made on this computer</source>
        <translation>Una sugerencia, hecha en este equipo</translation>
    </message>
    <message>
        <source>A watched computer can record what you type</source>
        <translation>Un equipo vigilado puede registrar lo que usted escribe</translation>
    </message>
    <message>
        <source>A watched computer can record what you type. A library or friend’s computer may be safer.</source>
        <translation>Un equipo vigilado puede registrar lo que usted escribe. El de una biblioteca o de una persona amiga puede ser más seguro.</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Elija una frase secreta</translation>
    </message>
    <message>
        <source>Close, save nothing</source>
        <translation>Cerrar sin guardar nada</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Five words that do not belong together are easy to remember and hard to guess.</source>
        <translation>Seis palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>Seguir de todos modos</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Seguir sin ella</translation>
    </message>
    <message>
        <source>Group {n}</source>
        <translation>Grupo {n}</translation>
    </message>
    <message>
        <source>Hiding does not clear other programs, such as your web browser or your phone.</source>
        <translation>Ocultar no limpia otros programas, como su navegador web o su teléfono.</translation>
    </message>
    <message>
        <source>I think someone checks it</source>
        <translation>Creo que alguien lo revisa</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another place.</source>
        <translation>No se pudo guardar ahí. Elija otro lugar.</translation>
    </message>
    <message>
        <source>It opens your book when you forget the passphrase. It is shown this once and kept nowhere. Anyone who finds the sheet can open the book with it.</source>
        <translation>Abre su cuaderno si olvida la frase secreta. Se muestra solo esta vez y no se guarda en ningún sitio. Quien encuentre la hoja puede abrir el cuaderno con ella.</translation>
    </message>
    <message>
        <source>Keep a recovery key</source>
        <translation>Conserve una clave de recuperación</translation>
    </message>
    <message>
        <source>Keep it away from this computer</source>
        <translation>Guárdela lejos de este equipo</translation>
    </message>
    <message>
        <source>Keep this sheet somewhere safe.</source>
        <translation>Guarde esta hoja en un lugar seguro.</translation>
    </message>
    <message>
        <source>Leaving fast</source>
        <translation>Salir rápido</translation>
    </message>
    <message>
        <source>Making your book</source>
        <translation>Creando su cuaderno</translation>
    </message>
    <message>
        <source>No account. No internet. Nothing leaves this computer.</source>
        <translation>Sin cuenta. Sin internet. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Nobody else has the password to this computer.</source>
        <translation>Nadie más tiene la contraseña de este equipo.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Una vez más</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>Abrir un cuaderno</translation>
    </message>
    <message>
        <source>Or use Hide now, top right on every page. To come back, open the program and type your passphrase.</source>
        <translation>O use Ocultar ya, arriba a la derecha en cada página. Para volver, abra el programa y escriba su frase secreta.</translation>
    </message>
    <message>
        <source>Other people use it too</source>
        <translation>También lo usan otras personas</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Practice. Press Shift three times</source>
        <translation>Práctica. Presione Mayús (Shift) tres veces</translation>
    </message>
    <message>
        <source>Practise leaving fast</source>
        <translation>Practique cómo salir rápido</translation>
    </message>
    <message>
        <source>Press Shift three times. The window goes away at once, your words are kept and the book is locked. Try it now.</source>
        <translation>Presione Mayús (Shift) tres veces. La ventana desaparece al instante, sus palabras se guardan y el cuaderno se bloquea. Pruébelo ahora.</translation>
    </message>
    <message>
        <source>Press three times, then let go. At five presses Windows asks about keys.</source>
        <translation>Presione tres veces y suelte. A la quinta vez, Windows pregunta por las teclas.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saved. Anyone who opens this file can read the key.</source>
        <translation>Guardado. Quien abra este archivo puede leer la clave.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Skip practice</source>
        <translation>Omitir la práctica</translation>
    </message>
    <message>
        <source>Step {n} of {total}</source>
        <translation>Paso {n} de {total}</translation>
    </message>
    <message>
        <source>That is all.</source>
        <translation>Eso es todo.</translation>
    </message>
    <message>
        <source>The book locks after 2 minutes, and the window has a plain name.</source>
        <translation>El cuaderno se bloquea a los 2 minutos y la ventana tiene un nombre discreto.</translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation>Las dos no son iguales. Escríbala otra vez.</translation>
    </message>
    <message>
        <source>Then a passphrase does not help. A library, a friend’s computer or an advocate’s office may be safer. A sudden change can also be noticed: talk with an advocate before you change passwords or remove programs.</source>
        <translation>Entonces una frase secreta no ayuda. El equipo de una biblioteca, de una persona amiga o de un centro de apoyo puede ser más seguro. Un cambio repentino también se puede notar. Hable con un centro de apoyo antes de cambiar contraseñas o quitar programas.</translation>
    </message>
    <message>
        <source>There is no account and no back door. At the end you can print a recovery key to keep somewhere safe.</source>
        <translation>No hay cuenta ni puerta trasera. Al final puede imprimir una clave de recuperación y guardarla en un lugar seguro.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>This helps to pick safer settings. You can change them at any time.</source>
        <translation>Esto ayuda a elegir ajustes más seguros. Puede cambiarlos cuando quiera.</translation>
    </message>
    <message>
        <source>This is easy to guess. Use five words that do not belong together.</source>
        <translation>Esta es fácil de adivinar. Use seis palabras sin relación entre sí.</translation>
    </message>
    <message>
        <source>This is not group {n}. Compare it with your sheet.</source>
        <translation>Este no es el grupo {n}. Compárelo con su hoja.</translation>
    </message>
    <message>
        <source>This is what others see of the window in the task bar.</source>
        <translation>Esto es lo que otras personas ven de la ventana en la barra de tareas.</translation>
    </message>
    <message>
        <source>Three times</source>
        <translation>Tres veces</translation>
    </message>
    <message>
        <source>Twice more</source>
        <translation>Dos veces más</translation>
    </message>
    <message>
        <source>Type it a second time, to be sure.</source>
        <translation>Escríbala una segunda vez, para mayor seguridad.</translation>
    </message>
    <message>
        <source>Type it again</source>
        <translation>Escríbala otra vez</translation>
    </message>
    <message>
        <source>Type two groups from your sheet, to see that it is right</source>
        <translation>Escriba dos grupos de su hoja, para ver que está bien</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Usar esta</translation>
    </message>
    <message>
        <source>We cannot reset this for you</source>
        <translation>La frase secreta no se puede restablecer</translation>
    </message>
    <message>
        <source>Where your book is kept</source>
        <translation>Dónde se guarda su cuaderno</translation>
    </message>
    <message>
        <source>Who else can use this computer?</source>
        <translation>¿Quién más puede usar este equipo?</translation>
    </message>
    <message>
        <source>With someone you trust, or two halves with two people. Not in a photo.</source>
        <translation>Con alguien de confianza, o dos mitades con dos personas. No en una foto.</translation>
    </message>
    <message>
        <source>Write my first entry</source>
        <translation>Escribir mi primera entrada</translation>
    </message>
</context>
<context>
    <name>SmsBackup</name>
    <message>
        <source>On the Android phone, install SMS Backup &amp; Restore, choose Back up now with messages and calls, include media, and save to the phone. Bring the .xml or .zip file here. Chats that Google Messages encrypts (RCS) are not in it.</source>
        <translation>En el teléfono Android, instale SMS Backup &amp; Restore. Elija respaldar ahora, con mensajes y llamadas. Incluya los archivos multimedia y guarde en el teléfono. Traiga aquí el archivo .xml o .zip. Los chats que Google Messages cifra (RCS) no están en él.</translation>
    </message>
    <message>
        <source>Text messages and calls (SMS Backup &amp; Restore)</source>
        <translation>Mensajes de texto y llamadas (SMS Backup &amp; Restore)</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {n} of {total}: {name}</source>
        <translation>Paso {n} de {total}: {name}</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>Easy to guess</source>
        <translation>Fácil de adivinar</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buena</translation>
    </message>
    <message>
        <source>Still easy to guess</source>
        <translation>Aún fácil de adivinar</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fuerte</translation>
    </message>
    <message>
        <source>Very easy to guess</source>
        <translation>Muy fácil de adivinar</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>Keep what is written and lock</source>
        <translation>Guardar lo escrito y bloquear</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Blurred. Press Space to look.</source>
        <translation>Difuminada. Presione Espacio para mirar.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n entry chosen|%n entries chosen</source>
        <translation><numerusform>%n entrada elegida</numerusform><numerusform>%n entradas elegidas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entry, newest first|%n entries, newest first</source>
        <translation><numerusform>%n entrada, la más reciente primero</numerusform><numerusform>%n entradas, la más reciente primero</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entry, oldest first|%n entries, oldest first</source>
        <translation><numerusform>%n entrada, la más antigua primero</numerusform><numerusform>%n entradas, la más antigua primero</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entry|%n entries</source>
        <translation><numerusform>%n entrada</numerusform><numerusform>%n entradas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file added. The original is kept unchanged.|%n files added. The originals are kept unchanged.</source>
        <translation><numerusform>%n archivo agregado. El original se conserva sin cambios.</numerusform><numerusform>%n archivos agregados. Los originales se conservan sin cambios.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file|%n files</source>
        <translation><numerusform>%n archivo</numerusform><numerusform>%n archivos</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour|%n hours</source>
        <translation><numerusform>%n hora</numerusform><numerusform>%n horas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message|%n messages</source>
        <translation><numerusform>%n mensaje</numerusform><numerusform>%n mensajes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute|%n minutes</source>
        <translation><numerusform>%n minuto</numerusform><numerusform>%n minutos</numerusform></translation>
    </message>
    <message>
        <source>About this time</source>
        <translation>Hacia esta hora</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Agregar pruebas</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Agregar persona</translation>
    </message>
    <message>
        <source>Anyone at this computer can read the copy. It holds all that the file holds, such as names and times inside it.</source>
        <translation>Cualquier persona que use este equipo puede leer la copia. Contiene todo lo que contiene el archivo, como nombres y horas en su interior.</translation>
    </message>
    <message>
        <source>Anyone at this computer can read the copy. Without hidden data it does not say where and when it was taken.</source>
        <translation>Cualquier persona que use este equipo puede leer la copia. Sin los datos ocultos no dice dónde ni cuándo se hizo.</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Tal como está</translation>
    </message>
    <message>
        <source>At most {count} at once</source>
        <translation>Como máximo {count} a la vez</translation>
    </message>
    <message>
        <source>Back to the entries</source>
        <translation>Volver a las entradas</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Backups made before today still hold it. Its files stay.</source>
        <translation>Las copias de seguridad anteriores a hoy aún la contienen. Sus archivos quedan.</translation>
    </message>
    <message>
        <source>Backups made before today still hold them. Files stay.</source>
        <translation>Las copias de seguridad anteriores a hoy aún las contienen. Los archivos quedan.</translation>
    </message>
    <message>
        <source>Between two times</source>
        <translation>Entre dos horas</translation>
    </message>
    <message numerus="yes">
        <source>Changed once.|Changed %n times.</source>
        <translation><numerusform>Cambiada una vez.</numerusform><numerusform>Cambiada %n veces.</numerusform></translation>
    </message>
    <message>
        <source>Changing entries</source>
        <translation>Cambiando entradas</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Elija una persona</translation>
    </message>
    <message>
        <source>Choose one entry again</source>
        <translation>Elegir otra vez una sola entrada</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpiar</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>Copy saved in “{folder}”</source>
        <translation>Copia guardada en “{folder}”</translation>
    </message>
    <message>
        <source>Day known, not the time</source>
        <translation>Se sabe el día, no la hora</translation>
    </message>
    <message>
        <source>Delete a saved filter first: there are many</source>
        <translation>Elimine antes un filtro guardado: hay muchos</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar para siempre</translation>
    </message>
    <message numerus="yes">
        <source>Delete this entry for good?|Delete %n entries for good?</source>
        <translation><numerusform>¿Eliminar esta entrada para siempre?</numerusform><numerusform>¿Eliminar %n entradas para siempre?</numerusform></translation>
    </message>
    <message>
        <source>Delete this file for good</source>
        <translation>Eliminar este archivo para siempre</translation>
    </message>
    <message>
        <source>Delete this file for good?</source>
        <translation>¿Eliminar este archivo para siempre?</translation>
    </message>
    <message>
        <source>Delete this filter</source>
        <translation>Eliminar este filtro</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Drop files here, or press to choose some</source>
        <translation>Suelte archivos aquí, o presione para elegir</translation>
    </message>
    <message>
        <source>Drop here</source>
        <translation>Suelte aquí</translation>
    </message>
    <message>
        <source>Earlier version put back</source>
        <translation>Versión anterior restaurada</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Entries by week</source>
        <translation>Entradas por semana</translation>
    </message>
    <message>
        <source>Entries that you want to finish later</source>
        <translation>Entradas que quiere terminar después</translation>
    </message>
    <message numerus="yes">
        <source>Entry deleted for good|%n entries deleted for good</source>
        <translation><numerusform>Entrada eliminada para siempre</numerusform><numerusform>%n entradas eliminadas para siempre</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Entry finished|%n entries finished</source>
        <translation><numerusform>Entrada terminada</numerusform><numerusform>%n entradas terminadas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Entry moved to the bin|%n entries moved to the bin</source>
        <translation><numerusform>Entrada enviada a la papelera</numerusform><numerusform>%n entradas enviadas a la papelera</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Entry put back|%n entries put back</source>
        <translation><numerusform>Entrada restaurada</numerusform><numerusform>%n entradas restauradas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Entry starred|%n entries starred</source>
        <translation><numerusform>Entrada destacada</numerusform><numerusform>%n entradas destacadas</numerusform></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Exact time</source>
        <translation>Hora exacta</translation>
    </message>
    <message>
        <source>Exact words</source>
        <translation>Palabras exactas</translation>
    </message>
    <message>
        <source>File deleted for good</source>
        <translation>Archivo eliminado para siempre</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter renamed to “{name}”</source>
        <translation>El filtro ahora se llama “{name}”</translation>
    </message>
    <message>
        <source>Filter saved as “{name}”</source>
        <translation>Filtro guardado como “{name}”</translation>
    </message>
    <message>
        <source>Filter “{name}” deleted</source>
        <translation>Filtro “{name}” eliminado</translation>
    </message>
    <message>
        <source>Filter, {count} on</source>
        <translation>Filtros: {count}</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Terminar después</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>En la papelera</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message numerus="yes">
        <source>Keep it|Keep them</source>
        <translation><numerusform>Conservarla</numerusform><numerusform>Conservarlas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Kept to finish later|%n entries kept to finish later</source>
        <translation><numerusform>Guardada para terminar después</numerusform><numerusform>%n entradas guardadas para terminar después</numerusform></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message numerus="yes">
        <source>Kind set|Kind of %n entries set</source>
        <translation><numerusform>Tipo cambiado</numerusform><numerusform>Tipo de %n entradas cambiado</numerusform></translation>
    </message>
    <message>
        <source>Look at this file</source>
        <translation>Mirar este archivo</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>More to do with this entry</source>
        <translation>Más opciones para esta entrada</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Enviar a la papelera</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Nueva entrada</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>No entries match</source>
        <translation>Ninguna entrada coincide</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Nothing is left to finish</source>
        <translation>No queda nada por terminar</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Aún no hay nada escrito</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Una persona</translation>
    </message>
    <message>
        <source>Other words or fewer filters may find more.</source>
        <translation>Con otras palabras o menos filtros puede encontrar más.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message numerus="yes">
        <source>Person added|Person added to %n entries</source>
        <translation><numerusform>Persona agregada</numerusform><numerusform>Persona agregada a %n entradas</numerusform></translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Put there on {day}. It stays until {until} at least. After that it is deleted for good when you open the book.</source>
        <translation>Está aquí desde el {day}. Queda al menos hasta el {until}. Después se elimina para siempre cuando abra el cuaderno.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Rename this filter</source>
        <translation>Cambiar el nombre de este filtro</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Denuncia</translation>
    </message>
    <message>
        <source>Save a copy of this file?</source>
        <translation>¿Guardar una copia de este archivo?</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Guardar filtro</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Guardar este filtro</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>Search words, people, numbers</source>
        <translation>Buscar texto, nombres, cifras</translation>
    </message>
    <message>
        <source>See history</source>
        <translation>Ver historial</translation>
    </message>
    <message numerus="yes">
        <source>See them and %n more|See them and %n more</source>
        <translation><numerusform>Verlos, y %n más</numerusform><numerusform>Verlos, y %n más</numerusform></translation>
    </message>
    <message>
        <source>See them in their chat</source>
        <translation>Verlos en su chat</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Mostrar solo</translation>
    </message>
    <message>
        <source>Show the newest first</source>
        <translation>Mostrar primero las más recientes</translation>
    </message>
    <message>
        <source>Show the oldest first</source>
        <translation>Mostrar primero las más antiguas</translation>
    </message>
    <message>
        <source>Show the whole text</source>
        <translation>Mostrar todo el texto</translation>
    </message>
    <message>
        <source>Someone taken out</source>
        <translation>Se quitó a alguien</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Destacar</translation>
    </message>
    <message numerus="yes">
        <source>Star taken off|Star taken off %n entries</source>
        <translation><numerusform>Ya no está destacada</numerusform><numerusform>%n entradas ya no están destacadas</numerusform></translation>
    </message>
    <message>
        <source>Take the star off</source>
        <translation>Dejar de destacar</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>La papelera está vacía</translation>
    </message>
    <message>
        <source>The first entry can be one sentence.</source>
        <translation>La primera entrada puede ser una sola oración.</translation>
    </message>
    <message>
        <source>This entry could not be opened</source>
        <translation>Esta entrada no se pudo abrir</translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation>Hora desconocida</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>To a report</source>
        <translation>A un informe</translation>
    </message>
    <message>
        <source>To finish, {count}</source>
        <translation>Por terminar, {count}</translation>
    </message>
    <message>
        <source>To the bin</source>
        <translation>A la papelera</translation>
    </message>
    <message>
        <source>Week of {day}: {count}</source>
        <translation>Semana del {day}: {count}</translation>
    </message>
    <message>
        <source>What I did</source>
        <translation>Qué hice</translation>
    </message>
    <message>
        <source>What to do with this entry</source>
        <translation>Qué hacer con esta entrada</translation>
    </message>
    <message>
        <source>What you take out stays here for 30 days at least.</source>
        <translation>Lo que quite queda aquí al menos 30 días.</translation>
    </message>
    <message numerus="yes">
        <source>Who was part of this?|Who was part of these %n entries?</source>
        <translation><numerusform>¿Quién participó en esto?</numerusform><numerusform>¿Quién participó en estas %n entradas?</numerusform></translation>
    </message>
    <message>
        <source>With files</source>
        <translation>Con archivos</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Without hidden data</source>
        <translation>Sin los datos ocultos</translation>
    </message>
    <message numerus="yes">
        <source>Written %n day after it happened|Written %n days after it happened</source>
        <translation><numerusform>Escrita %n día después del hecho</numerusform><numerusform>Escrita %n días después del hecho</numerusform></translation>
    </message>
    <message>
        <source>Written at once</source>
        <translation>Escrita al momento</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Escrita</translation>
    </message>
    <message>
        <source>Written on the day after</source>
        <translation>Escrita al día siguiente</translation>
    </message>
    <message>
        <source>Written on the same day</source>
        <translation>Escrita el mismo día</translation>
    </message>
    <message>
        <source>Written {span} after it happened</source>
        <translation>Escrita {span} después del hecho</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>hacia {time}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>report refused</source>
        <translation>denuncia rechazada</translation>
    </message>
    <message>
        <source>report taken</source>
        <translation>denuncia recibida</translation>
    </message>
    <message>
        <source>stays until {day} at least</source>
        <translation>queda al menos hasta el {day}</translation>
    </message>
    <message>
        <source>time not known</source>
        <translation>hora desconocida</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n entry, newest first|{count} of %n entries, newest first</source>
        <translation><numerusform>{count} de %n entrada, la más reciente primero</numerusform><numerusform>{count} de %n entradas, la más reciente primero</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n entry, oldest first|{count} of %n entries, oldest first</source>
        <translation><numerusform>{count} de %n entrada, la más antigua primero</numerusform><numerusform>{count} de %n entradas, la más antigua primero</numerusform></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>{name} goes from every entry that has it, and nothing brings it back. The record keeps that a file was deleted. Backups made before today still hold it.</source>
        <translation>{name} se quita de cada entrada que lo tiene y nada lo recupera. El registro conserva que se eliminó un archivo. Las copias de seguridad anteriores a hoy aún lo contienen.</translation>
    </message>
    <message>
        <source>{name}, witness</source>
        <translation>{name}, testigo</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}: {why}</translation>
    </message>
    <message>
        <source>{start} to {day}, {end}</source>
        <translation>{start} al {day}, {end}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} a {end}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>“{words}”, {when}</source>
        <translation>“{words}”, {when}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Ctrl Y</source>
        <translation>Ctrl Y</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Hide now</source>
        <translation>Ocultar ya</translation>
    </message>
    <message>
        <source>Hide, lock and end at once</source>
        <translation>Ocultar, bloquear y terminar al instante</translation>
    </message>
    <message>
        <source>Hide, lock and end at once (Esc three times)</source>
        <translation>Ocultar, bloquear y terminar al instante (Esc tres veces)</translation>
    </message>
    <message>
        <source>Hide, lock and end at once (F9)</source>
        <translation>Ocultar, bloquear y terminar al instante (F9)</translation>
    </message>
    <message>
        <source>Hide, lock and end at once (Shift three times)</source>
        <translation>Ocultar, bloquear y terminar al instante (Mayús o Shift tres veces)</translation>
    </message>
    <message>
        <source>Search this page</source>
        <translation>Buscar en esta página</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Done again: {what}</source>
        <translation>Hecho de nuevo: {what}</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Rehacer: {what}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se cambió nada.</translation>
    </message>
    <message>
        <source>Stopped. {what}</source>
        <translation>Detenido. {what}</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>--precision needs --when</source>
        <translation>--precision necesita --when</translation>
    </message>
    <message>
        <source>--until needs --when</source>
        <translation>--until necesita --when</translation>
    </message>
    <message>
        <source>an entry needs a few words</source>
        <translation>una entrada necesita unas palabras</translation>
    </message>
    <message>
        <source>an order of day, month and year is dmy, mdy or ymd</source>
        <translation>un orden de día, mes y año es dmy, mdy o ymd</translation>
    </message>
    <message>
        <source>it has a control character</source>
        <translation>tiene un carácter de control</translation>
    </message>
    <message>
        <source>it is in UTF-16: save it as UTF-8</source>
        <translation>está en UTF-16: guárdelo como UTF-8</translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation>no es texto en UTF-8</translation>
    </message>
    <message>
        <source>longer than a passphrase can be</source>
        <translation>es más largo de lo que puede ser una frase secreta</translation>
    </message>
    <message>
        <source>longer than its place on the page</source>
        <translation>es más largo que su lugar en la página</translation>
    </message>
    <message>
        <source>no legal name is kept in this book</source>
        <translation>en este cuaderno no se guarda ningún nombre legal</translation>
    </message>
    <message>
        <source>no person has this name</source>
        <translation>ninguna persona tiene este nombre</translation>
    </message>
    <message>
        <source>no sender has this name in the file</source>
        <translation>ningún remitente del archivo tiene este nombre</translation>
    </message>
    <message>
        <source>no such language</source>
        <translation>no hay tal idioma</translation>
    </message>
    <message>
        <source>no such page size</source>
        <translation>no hay tal tamaño de página</translation>
    </message>
    <message>
        <source>no such section</source>
        <translation>no hay tal sección</translation>
    </message>
    <message>
        <source>no such zone</source>
        <translation>no hay tal zona</translation>
    </message>
    <message>
        <source>no time zone has this name</source>
        <translation>ninguna zona horaria tiene este nombre</translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation>no es JSON</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>no es un objeto JSON</translation>
    </message>
    <message>
        <source>not an ISO 8601 time</source>
        <translation>no es una hora ISO 8601</translation>
    </message>
    <message>
        <source>not one of the choices</source>
        <translation>no es una de las opciones</translation>
    </message>
    <message>
        <source>the two passphrases differ</source>
        <translation>las dos frases secretas son distintas</translation>
    </message>
    <message>
        <source>there is no terminal to type it: use --passphrase-file or --passphrase-stdin</source>
        <translation>no hay terminal para escribirla: use --passphrase-file o --passphrase-stdin</translation>
    </message>
    <message>
        <source>this entry is in the bin</source>
        <translation>esta entrada está en la papelera</translation>
    </message>
    <message>
        <source>unknown option or wrong type</source>
        <translation>opción desconocida o de otro tipo</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>Checking entries</source>
        <translation>Comprobando entradas</translation>
    </message>
    <message>
        <source>Checking pages</source>
        <translation>Comprobando páginas</translation>
    </message>
    <message>
        <source>Checking people</source>
        <translation>Comprobando personas</translation>
    </message>
    <message>
        <source>Checking search</source>
        <translation>Comprobando la búsqueda</translation>
    </message>
    <message>
        <source>Checking the copy</source>
        <translation>Comprobando la copia</translation>
    </message>
    <message>
        <source>Checking the record</source>
        <translation>Comprobando el registro</translation>
    </message>
    <message>
        <source>Checking the structure</source>
        <translation>Comprobando la estructura</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copiando</translation>
    </message>
    <message>
        <source>Making the key</source>
        <translation>Creando la clave</translation>
    </message>
    <message>
        <source>Preparing search</source>
        <translation>Preparando la búsqueda</translation>
    </message>
    <message>
        <source>Reading it again</source>
        <translation>Leyendo de nuevo</translation>
    </message>
    <message>
        <source>Reading the backup</source>
        <translation>Leyendo la copia de seguridad</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message numerus="yes">
        <source>%n entry|%n entries</source>
        <translation><numerusform>%n entrada</numerusform><numerusform>%n entradas</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message|%n messages</source>
        <translation><numerusform>%n mensaje</numerusform><numerusform>%n mensajes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page|%n pages</source>
        <translation><numerusform>%n página</numerusform><numerusform>%n páginas</numerusform></translation>
    </message>
    <message>
        <source>A check reads every byte and compares it with the first day.</source>
        <translation>Una comprobación lee cada byte y lo compara con el primer día.</translation>
    </message>
    <message>
        <source>A file on this computer</source>
        <translation>Un archivo de este equipo</translation>
    </message>
    <message>
        <source>A file that is gone, {place}</source>
        <translation>Un archivo que ya no está, {place}</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>Sobre este archivo</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Agregado</translation>
    </message>
    <message>
        <source>Added to the book</source>
        <translation>Agregado al cuaderno</translation>
    </message>
    <message>
        <source>Blurred. Press Space to look.</source>
        <translation>Difuminado. Presione Espacio para mirar.</translation>
    </message>
    <message>
        <source>Blurred. Press Space to play.</source>
        <translation>Difuminado. Presione Espacio para reproducir.</translation>
    </message>
    <message>
        <source>Brought in with messages</source>
        <translation>Importado con mensajes</translation>
    </message>
    <message>
        <source>Came with</source>
        <translation>Llegó con</translation>
    </message>
    <message>
        <source>Check this file</source>
        <translation>Comprobar este archivo</translation>
    </message>
    <message>
        <source>Checked today, {time}</source>
        <translation>Comprobado hoy, {time}</translation>
    </message>
    <message>
        <source>Checked {when}</source>
        <translation>Comprobado el {when}</translation>
    </message>
    <message>
        <source>Checking this file</source>
        <translation>Comprobando este archivo</translation>
    </message>
    <message>
        <source>Choose a file on the Evidence page.</source>
        <translation>Elija un archivo en la página Pruebas.</translation>
    </message>
    <message>
        <source>Copies without hidden data leave this out.</source>
        <translation>Las copias sin datos ocultos omiten esto.</translation>
    </message>
    <message>
        <source>Copy the whole fingerprint</source>
        <translation>Copiar la huella completa</translation>
    </message>
    <message>
        <source>Covered. Press Space to look.</source>
        <translation>Cubierto. Presione Espacio para mirar.</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>Eliminado para siempre</translation>
    </message>
    <message>
        <source>Describe this</source>
        <translation>Describa esto</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Entrada {number}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>File of another kind</source>
        <translation>Archivo de otro tipo</translation>
    </message>
    <message>
        <source>Files beside this one</source>
        <translation>Archivos junto a este</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Fingerprint copied for 20 seconds</source>
        <translation>Huella copiada por 20 segundos</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Five seconds back</source>
        <translation>Cinco segundos atrás</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Go to the next place</source>
        <translation>Ir al lugar siguiente</translation>
    </message>
    <message>
        <source>Go to the place before</source>
        <translation>Ir al lugar anterior</translation>
    </message>
    <message>
        <source>Hidden data in this file</source>
        <translation>Datos ocultos en este archivo</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>How fast it plays</source>
        <translation>A qué velocidad se reproduce</translation>
    </message>
    <message>
        <source>It names: {list}.</source>
        <translation>Nombra: {list}.</translation>
    </message>
    <message>
        <source>It says where it was made.</source>
        <translation>Dice dónde se hizo.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Light as dark, dark as light</source>
        <translation>Lo claro oscuro, lo oscuro claro</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Looked into again</source>
        <translation>Revisado de nuevo</translation>
    </message>
    <message>
        <source>Message {number} in “{chat}”</source>
        <translation>Mensaje {number} de “{chat}”</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Parte siguiente</translation>
    </message>
    <message>
        <source>No location.</source>
        <translation>Sin ubicación.</translation>
    </message>
    <message>
        <source>None that we know of.</source>
        <translation>Ninguno que se conozca.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Aún sin comprobar</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Aún sin uso</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Abriendo el archivo</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Documento PDF</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Parte anterior</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Pegado</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Picture of the video</source>
        <translation>Imagen del video</translation>
    </message>
    <message>
        <source>Place in the sound</source>
        <translation>Lugar en el audio</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>Enviado a la papelera</translation>
    </message>
    <message>
        <source>Read out loud for people who cannot see it, and printed in the list of exhibits.</source>
        <translation>Se lee en voz alta a quienes no pueden verlo, y se imprime en la lista de anexos.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Grabado</translation>
    </message>
    <message>
        <source>Same as the day you added it</source>
        <translation>Igual que el día que lo agregó</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Search in this file</source>
        <translation>Buscar en este archivo</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Buscando</translation>
    </message>
    <message>
        <source>Show at 100 %</source>
        <translation>Mostrar al 100 %</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tomada</translation>
    </message>
    <message>
        <source>Taken out of the bin</source>
        <translation>Sacado de la papelera</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Texto del archivo</translation>
    </message>
    <message>
        <source>The file does not say.</source>
        <translation>El archivo no lo dice.</translation>
    </message>
    <message>
        <source>These pages are pictures, without words to find.</source>
        <translation>Estas páginas son imágenes, sin palabras que encontrar.</translation>
    </message>
    <message>
        <source>This computer has no way to give sound just now.</source>
        <translation>Por ahora este equipo no puede reproducir sonido.</translation>
    </message>
    <message>
        <source>This file could not be read from your book.</source>
        <translation>Este archivo no se pudo leer de su cuaderno.</translation>
    </message>
    <message>
        <source>This file could not be searched.</source>
        <translation>No se pudo buscar en este archivo.</translation>
    </message>
    <message>
        <source>This file has changed since you added it</source>
        <translation>Este archivo ha cambiado desde que lo agregó</translation>
    </message>
    <message>
        <source>This page could not be shown.</source>
        <translation>Esta página no se pudo mostrar.</translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation>Hora desconocida</translation>
    </message>
    <message>
        <source>Turn a quarter, for looking only</source>
        <translation>Girar un cuarto, solo para mirar</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Se usa en</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>We cannot play this kind of file here. It is safe in your book.</source>
        <translation>Este tipo de archivo no se puede reproducir aquí. Está a salvo en su cuaderno.</translation>
    </message>
    <message>
        <source>What is said or written, word for word. Search finds it.</source>
        <translation>Lo que se dice o está escrito, palabra por palabra. La búsqueda lo encuentra.</translation>
    </message>
    <message>
        <source>Without sound</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>Words in it</source>
        <translation>Palabras que contiene</translation>
    </message>
    <message>
        <source>You can add this file to an entry, there.</source>
        <translation>Puede agregar este archivo a una entrada, desde ella.</translation>
    </message>
    <message>
        <source>You described it</source>
        <translation>Usted lo describió</translation>
    </message>
    <message>
        <source>You took the description out</source>
        <translation>Usted quitó la descripción</translation>
    </message>
    <message>
        <source>Zip archive</source>
        <translation>Archivo zip</translation>
    </message>
    <message>
        <source>a second small picture</source>
        <translation>una segunda imagen pequeña</translation>
    </message>
    <message>
        <source>earlier changes</source>
        <translation>cambios anteriores</translation>
    </message>
    <message>
        <source>from its name</source>
        <translation>por su nombre</translation>
    </message>
    <message>
        <source>last changed, where it came from</source>
        <translation>último cambio, en el lugar de origen</translation>
    </message>
    <message>
        <source>more than {count}</source>
        <translation>más de {count}</translation>
    </message>
    <message>
        <source>names</source>
        <translation>nombres</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>de {count}</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>other files</source>
        <translation>otros archivos</translation>
    </message>
    <message>
        <source>the device</source>
        <translation>el dispositivo</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>el programa</translation>
    </message>
    <message>
        <source>times</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>words</source>
        <translation>palabras</translation>
    </message>
    <message>
        <source>written by the camera</source>
        <translation>escrito por la cámara</translation>
    </message>
    <message>
        <source>written inside the file</source>
        <translation>escrito dentro del archivo</translation>
    </message>
    <message>
        <source>{checked}. A backup from before may still hold the first copy.</source>
        <translation>{checked}. Una copia de seguridad anterior puede contener aún la primera copia.</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{kind} picture</source>
        <translation>Imagen {kind}</translation>
    </message>
    <message>
        <source>{kind} sound</source>
        <translation>Audio {kind}</translation>
    </message>
    <message>
        <source>{kind} video</source>
        <translation>Video {kind}</translation>
    </message>
    <message>
        <source>{kind}, {name}, {place}</source>
        <translation>{kind}, {name}, {place}</translation>
    </message>
    <message>
        <source>{kind}, {size}</source>
        <translation>{kind}, {size}</translation>
    </message>
    <message>
        <source>{name}, page {number} of {count}</source>
        <translation>{name}, página {number} de {count}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>{number} of {count} in “{heading}”</source>
        <translation>{number} de {count} en “{heading}”</translation>
    </message>
    <message>
        <source>{number} ×</source>
        <translation>{number} ×</translation>
    </message>
    <message>
        <source>{time} of {length}</source>
        <translation>{time} de {length}</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} píxeles</translation>
    </message>
</context>
<context>
    <name>WhatsApp</name>
    <message>
        <source>Open the chat. On Android, tap the three dots, More, Export chat. On an iPhone, tap the name at the top, then Export chat. Choose to attach the media, and keep the file as it comes.</source>
        <translation>Abra el chat. En Android, toque los tres puntos, Más y Exportar chat. En un iPhone, toque el nombre de arriba y luego Exportar chat. Elija adjuntar los archivos y conserve el archivo tal como llega.</translation>
    </message>
    <message>
        <source>Reading the messages</source>
        <translation>Leyendo los mensajes</translation>
    </message>
    <message>
        <source>WhatsApp chat</source>
        <translation>Chat de WhatsApp</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 semana</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 minutos</translation>
    </message>
    <message>
        <source>3 hours, a part of the day</source>
        <translation>3 horas, una parte del día</translation>
    </message>
    <message>
        <source>30 days, about a month</source>
        <translation>30 días, cerca de un mes</translation>
    </message>
    <message>
        <source>7 Nov 14:00</source>
        <translation>7 nov 14:00</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Aproximada</translation>
    </message>
    <message>
        <source>As the words say</source>
        <translation>Como dicen las palabras</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Entre</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Fecha y hora</translation>
    </message>
    <message>
        <source>Date and time, or words</source>
        <translation>Fecha y hora, o palabras</translation>
    </message>
    <message>
        <source>Earlier today</source>
        <translation>Hoy más temprano</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacta</translation>
    </message>
    <message>
        <source>Give or take</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>How exactly you know it</source>
        <translation>Con qué exactitud lo sabe</translation>
    </message>
    <message>
        <source>In your own words, such as in spring</source>
        <translation>Con sus palabras, por ejemplo en primavera</translation>
    </message>
    <message>
        <source>Kept without a date.</source>
        <translation>Se guarda sin fecha.</translation>
    </message>
    <message>
        <source>Last night</source>
        <translation>Anoche</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No sé</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Now: {when}</source>
        <translation>Ahora: {when}</translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation>Elegir una fecha</translation>
    </message>
    <message>
        <source>Show a calendar</source>
        <translation>Mostrar un calendario</translation>
    </message>
    <message>
        <source>This can be read in more than one way. Which do you mean?</source>
        <translation>Esto se puede leer de más de una manera. ¿Cuál quiere decir?</translation>
    </message>
    <message>
        <source>Type a date, or choose Not sure.</source>
        <translation>Escriba una fecha o elija No sé.</translation>
    </message>
    <message>
        <source>Type the earliest time too.</source>
        <translation>Escriba también la hora más temprana.</translation>
    </message>
    <message>
        <source>When you wrote this: {when}</source>
        <translation>Cuando escribió esto: {when}</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>in spring</source>
        <translation>en primavera</translation>
    </message>
    <message>
        <source>yesterday about 8 pm</source>
        <translation>ayer a eso de las 8 de la noche</translation>
    </message>
</context>
</TS>
