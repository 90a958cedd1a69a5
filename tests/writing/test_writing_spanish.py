"""Spanish: forms of the plain words, headings inside a sentence, and whom the frame speaks to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from narration import language, readers, writing
from narration.language import spanish_verbs
from narration.language.conjugation import conjugated, plural
from narration.language.gender import is_feminine
from narration.language.plain import plain_words
from narration.writing import writer
from narration.writing.frame import address, headings
from narration.writing.rules import infinitives
from narration.writing.rules import plain_words as rule
from narration.writing.sentences import instructions

FEWEST_ENTRIES = 350

# Mood, person, number and gender stay what they were.
FORMS = [
    ("Usted está en decúbito supino.", "Usted está boca arriba."),
    ("Se punciona la vena.", "Se pincha la vena."),
    ("Se hacen dos punciones.", "Se hacen dos punciones."),
    ("La tos se atenúa.", "La tos se hace más suave."),
    ("Puede reanudar su vida normal.", "Puede volver a su vida normal."),
    ("Puede reanudar su medicación.", "Puede reanudar su medicación."),
    ("Un dolor ocular fuerte es un aviso.", "Un dolor ocular fuerte es un aviso."),
    ("Si nota dolor ocular o fiebre, llame.", "Si nota dolor en el ojo o fiebre, llame."),
    ("Se hace con sedación intravenosa, o IV.", "Se hace con sedación intravenosa, o IV."),
    ("Eso favorece la cicatrización.", "Eso ayuda a la cicatrización."),
    ("El calor favorece el sangrado.", "El calor favorece el sangrado."),
    ("No tome antidiabéticos orales.", "No tome antidiabéticos orales."),
    ("Túmbese en posición de decúbito lateral.", "Túmbese de lado."),
    ("Los conductos se irrigan con suero.", "Los conductos se lavan con suero."),
    ("La arteria que irriga el brazo se cierra.", "La arteria que irriga el brazo se cierra."),
    ("Acto seguido sobreviene el sueño.", "Justo después aparece el sueño."),
    ("Se espera, habida cuenta de que hay fiebre.", "Se espera, ya que hay fiebre."),
    ("Se repite a criterio del médico.", "Se repite según decida el médico."),
    ("Puede haber una febrícula al día.", "Puede haber una fiebre baja al día."),
    ("Si persiste el mareo, llame.", "Si sigue el mareo, llame."),
    ("Al cabo de una hora puede deambular.", "Después de una hora puede caminar."),
    ("Evite la ingesta de alcohol.", "Evite beber alcohol."),
    ("Está en torno al 50 %.", "Está alrededor del 50 %."),
    ("La próstata se ubica en la pelvis.", "La próstata está en la pelvis."),
    ("Dos pacientes refieren dolor.", "Dos pacientes dicen notar dolor."),
    ("Los efectos infrecuentes pasan.", "Los efectos poco frecuentes pasan."),
    ("No es preciso venir en ayunas.", "No hace falta venir en ayunas."),
    ("Se retira la sonda.", "Se quita la sonda."),
    ("Venga a retirar los resultados.", "Venga a retirar los resultados."),
    ("La retirada de la sonda es breve.", "La retirada de la sonda es breve."),
    ("Aporte los informes que tenga.", "Traiga los informes que tenga."),
    ("El tubo aporta aire.", "El tubo aporta aire."),
    ("Si sufre una lipotimia, avise.", "Si sufre una lipotimia, avise."),
    ("Puede haber lipotimias.", "Puede haber desmayos."),
    ("Que no exceda de un litro.", "Que no supere un litro."),
    ("Tome asiento y pulse el timbre.", "Siéntese y apriete el timbre."),
    ("Se practica una ecografía.", "Se hace una ecografía."),
    ("Quien practica la natación, avise.", "Quien practica la natación, avise."),
    ("Un lactante duerme mucho.", "Un bebé duerme mucho."),
    ("Si es madre lactante, avise.", "Si es madre lactante, avise."),
    ("Conviene, asimismo, que venga sola.", "Conviene, también, que venga sola."),
    ("Asimismo, traiga las gafas.", "También traiga las gafas."),
    ("Asimismo, el pie queda libre.", "Además, el pie queda libre."),
    ("Descanse un mínimo de dos días.", "Descanse al menos dos días."),
    ("Se pide un mínimo de dos muestras.", "Se pide un mínimo de dos muestras."),
    ("Se admite un máximo de dos visitas.", "Se admite un máximo de dos visitas."),
    ("Como quiera que el gel enfría, se calienta.", "Como el gel enfría, se calienta."),
    ("Procede avisar al médico.", "Hay que avisar al médico."),
    ("Duele, por ejemplo, a causa de un golpe.", "Duele, por ejemplo, a causa de un golpe."),
    ("Duele a causa de un golpe.", "Duele por un golpe."),
    ("La lumbalgia de esfuerzo cede.", "La lumbalgia de esfuerzo cede."),
    ("Esto requiere contacto con el médico.", "Esto requiere contacto con el médico."),
    ("Puede presentarse náusea.", "Puede aparecer náusea."),
    ("Ocurre en torno al 2 % de las veces.", "Ocurre en torno al 2 % de las veces."),
    ("En torno a un 5 % de los pacientes hay tos.", "En torno a un 5 % de los pacientes hay tos."),
    ("Y en torno a un 5 % de los casos hay tos.", "Y en torno a un 5 % de los casos hay tos."),
    ("Una tos presente en torno al 5 % cede.", "Una tos presente en torno al 5 % cede."),
    ("La paciente se ubica en la silla.", "La paciente se ubica en la silla."),
    ("Se quitan las manchas que persisten después del sol.", "Se quitan las manchas que persisten después del sol."),
    ("La lactancia debe haber cesado antes.", "La lactancia debe haber cesado antes."),
    ("Los moratones se van en el transcurso de 10 días.", "Los moratones se van en el transcurso de 10 días."),
    ("Puede beber en el transcurso de la noche.", "Puede beber durante la noche."),
    ("Entre los riesgos está la hemorragia.", "Entre los riesgos está la hemorragia."),
    ("Las molestias disminuyen en casa.", "Las molestias disminuyen en casa."),
    ("La movilización se inicia a las 24 horas.", "La movilización se inicia a las 24 horas."),
    ("La prueba se prolonga durante veinte minutos.", "La prueba dura veinte minutos."),
    ("Se hace una incisión; ésta cicatriza sola.", "Se hace una incisión; ésta cicatriza sola."),
    ("Se hace una incisión y se cubre.", "Se hace un corte y se cubre."),
    ("La incisión se hace en la ingle y es cerrada.", "La incisión se hace en la ingle y es cerrada."),
    ("A través de pequeñas incisiones se ve.", "A través de pequeñas incisiones se ve."),
    ("Una molestia que cesa al terminar.", "Una molestia que cesa al terminar."),
    ("Una mujer presenta cefalea.", "Una mujer presenta dolor de cabeza."),
    ("Se hace una incisión, por la que se ve.", "Se hace una incisión, por la que se ve."),
    ("Lave la incisión, sin frotarla.", "Lave la incisión, sin frotarla."),
    ("Es pequeña la sala; habrá una incisión.", "Es pequeña la sala; habrá un corte."),
    ("Mida la hemorragia si está sentada.", "Mida el sangrado si está sentada."),
    ("Si hay edema y es doloroso, llame.", "Si hay edema y es doloroso, llame."),
    ("Si hay edema y duele, llame.", "Si hay hinchazón y duele, llame."),
    ("¿Cuándo se reanuda el tratamiento?", "¿Cuándo se reanuda el tratamiento?"),
    ("Traiga la orden autorizada.", "Traiga la orden autorizada."),
    ("El médico puede autorizar su salida.", "El médico puede permitir su salida."),
    ("Dado que hay rayos, avise si está embarazada.", "Ya que hay rayos, avise si está embarazada."),
    ("El hematoma se presenta en 1 de cada 100.", "El hematoma se presenta en 1 de cada 100."),
    ("Es normal un pequeño hematoma.", "Es normal un pequeño moretón."),
    ("Si tiene alguna alteración de la coagulación.", "Si tiene alguna alteración de la coagulación."),
    ("Lleva un dispositivo intrauterino.", "Lleva un dispositivo intrauterino."),
    ("Puede haber edema pulmonar.", "Puede haber edema pulmonar."),
    ("La hipertensión pulmonar es rara.", "La hipertensión pulmonar es rara."),
    ("Personas con frecuencia cardíaca lenta.", "Personas con frecuencia cardíaca lenta."),
    ("Al firmar este documento da su permiso.", "Al firmar este documento da su permiso."),
    ("No se altere si suena un timbre.", "No se altere si suena un timbre."),
    ("El informe del servicio de patología", "El informe del servicio de patología"),
    ("Tiene una patología leve.", "Tiene una enfermedad leve."),
    ("El Servicio de Cirugía Torácica y Patología", "El Servicio de Cirugía Torácica y Patología"),
    ("Su médico le indicó un cateterismo.", "Su médico le indicó un cateterismo."),
    ("Hágalo como le indique su médico.", "Hágalo como le diga su médico."),
    ("Si el sangrado no se detiene, llame.", "Si el sangrado no se detiene, llame."),
    ("La insuficiencia cardíaca", "La insuficiencia cardíaca"),
    ("Venga con un adulto que pueda permanecer aquí.", "Venga con un adulto que pueda permanecer aquí."),
    ("No debe administrarse la insulina.", "No debe administrarse la insulina."),
    ("Se le canalizará una vía.", "Se le pondrá una vía."),
    ("Lea atentamente esta hoja.", "Escuche con atención esta guía."),
    ("Traiga esta hoja firmada.", "Traiga esta hoja firmada."),
    ("Se tumbará en decúbito supino.", "Se tumbará boca arriba."),
    ("Es importante que permanezca tranquilo.", "Es importante que esté tranquilo."),
    ("Permanezca en ayunas.", "Esté en ayunas."),
    ("Se realizarán dos análisis.", "Se harán dos análisis."),
    ("Comuníqueselo a la enfermera.", "Dígaselo a la enfermera."),
    ("Si padece fiebre, acuda a urgencias.", "Si tiene fiebre, vaya a urgencias."),
    ("Ellos requieren ayuda.", "Ellos necesitan ayuda."),
    ("Se le extraerá sangre para analizarla.", "Se le sacará sangre para analizarla."),
    ("No ingieras nada sólido.", "No tomes nada sólido."),
    ("La prueba ha finalizado.", "La prueba ha terminado."),
    ("Las muestras realizadas ayer", "Las muestras hechas ayer"),
    ("Puede tener una cefalea.", "Puede tener un dolor de cabeza."),
    ("La cefalea intensa es rara.", "La cefalea fuerte es rara."),
    ("Hay riesgo de hemorragia.", "Hay riesgo de hemorragia."),
    ("Llame si ve hemorragia.", "Llame si ve sangrado."),
    ("Se hacen varias incisiones en la piel.", "Se hacen varios cortes en la piel."),
    ("emociones intensas", "emociones fuertes"),
    ("los días previos", "los días anteriores"),
    ("una cita previa", "una cita previa"),
    ("La insuficiencia renal", "La insuficiencia renal"),
    ("Los empleados del hospital", "Los empleados del hospital"),
    ("Utiliza jabón normal.", "Usa jabón normal."),
    # The conjunction follows its new neighbour.
    ("Comer e ingerir líquidos.", "Comer y tomar líquidos."),
    ("Fármacos u orificios.", "Medicamentos o agujeros."),
    ("Levantarse y acudir al baño.", "Levantarse e ir al baño."),
    ("La taquicardia u otras arritmias.", "El pulso rápido u otras arritmias."),
    # Who listens has no page.
    ("Traiga los documentos que se indican más abajo.", "Traiga los documentos que se indican en esta guía."),
    ("Los síntomas mencionados arriba son normales.", "Los síntomas mencionados en esta guía son normales."),
    ("Llame a los teléfonos indicados abajo.", "Llame a los teléfonos indicados abajo."),
    # A wrong swap is worse than none.
    ("Si tiene fiebre, aplace la prueba.", "Si tiene fiebre, aplace la prueba."),
    ("El pago lo debe autorizar su aseguradora.", "El pago lo debe autorizar su aseguradora."),
    ("Le administrarán una vacuna.", "Le administrarán una vacuna."),
    ("Le formularemos unas preguntas.", "Le formularemos unas preguntas."),
    ("El dolor cesa con reposo.", "El dolor cesa con reposo."),
    ("La presión detiene el sangrado.", "La presión detiene el sangrado."),
    ("Notifique a su médico cualquier alergia.", "Notifique a su médico cualquier alergia."),
    ("El riesgo se eleva con la edad.", "El riesgo se eleva con la edad."),
    ("Le indicaron su tratamiento.", "Le indicaron su tratamiento."),
    ("Provocar el vómito.", "Provocar el vómito."),
    ("Permanezca en casa 24 horas.", "Permanezca en casa 24 horas."),
    ("Permanezca tumbado dos horas.", "Quédese tumbado dos horas."),
    ("Visita a domicilio.", "Visita a domicilio."),
    ("Ejercicio intenso.", "Ejercicio intenso."),
    ("Menos de 1 de cada 1000, aproximadamente.", "Menos de 1 de cada 1000, aproximadamente."),
    ("Conocida comúnmente como gastritis.", "Conocida comúnmente como gastritis."),
    ("Inspire y espire.", "Tome aire y suéltelo."),
    ("Inmediatamente después se levantará.", "Justo después se levantará."),
    ("Si el dolor se prolonga, consulte.", "Si el dolor se prolonga, consulte."),
    ("La consulta tiene lugar en la planta 2.", "La consulta tiene lugar en la planta 2."),
    ("Póngase en contacto con el 112.", "Póngase en contacto con el 112."),
    ("A continuación, se explica la prueba.", "A continuación, se explica la prueba."),
    ("Devuelva este folleto.", "Devuelva este folleto."),
    ("Enfermedad pulmonar obstructiva crónica.", "Enfermedad pulmonar obstructiva crónica."),
    ("Individuos sanos.", "Individuos sanos."),
    ("Realiza los ejercicios.", "Realiza los ejercicios."),
    ("La enfermera realiza la prueba.", "La enfermera hace la prueba."),
    ("Comuníquese con nosotros.", "Comuníquese con nosotros."),
    ("No se lave, pues podría abrirse.", "No se lave, porque podría abrirse."),
    ("Puede, pues, irse.", "Puede, pues, irse."),
    ("A continuación se mide el pulso.", "Después se mide el pulso."),
    ("Siga los pasos que a continuación se dan.", "Siga los pasos que a continuación se dan."),
    ("Puede disminuir el efecto.", "Puede disminuir el efecto."),
    ("El resto de la medicación puede tomarla.", "El resto de la medicación puede tomarla."),
    ("La sutura se quita a los diez días.", "La sutura se quita a los diez días."),
    ("Esta hoja no sustituye a su médico.", "Esta guía no sustituye a su médico."),
    ("Moverse altera el resultado.", "Moverse altera el resultado."),
    ("Un pequeño hematoma en el hígado.", "Un pequeño hematoma en el hígado."),
    ("Este documento está dirigido a los padres.", "Esta guía está dirigida a los padres."),
    ("Este folleto ha sido revisado.", "Este folleto ha sido revisado."),
    ("Es un médico experimentado.", "Es un médico experimentado."),
    ("Si el dolor remite al andar, no pasa nada.", "Si el dolor remite al andar, no pasa nada."),
    ("La molestia se origina en la espalda.", "La molestia se origina en la espalda."),
    ("Traiga los papeles requeridos.", "Traiga los papeles requeridos."),
    ("Notifique al personal si sangra.", "Avise al personal si sangra."),
    ("Si padece de asma, dígalo.", "Si padece de asma, dígalo."),
    ("Se le hará un TAC de abdomen.", "Se le hará un TAC de abdomen."),
    ("Si tiene insuficiencia cardiaca o renal.", "Si tiene insuficiencia cardiaca o renal."),
    ("Tiene una lesión renal aguda.", "Tiene una lesión renal aguda."),
    ("Una dilatación de la aorta abdominal.", "Una dilatación de la aorta abdominal."),
    ("Por lo tanto, si sangra, llame.", "Por lo tanto, si sangra, llame."),
    ("Puedes perder la conciencia.", "Puedes perder la conciencia."),
    ("La operación propiamente dicha dura poco.", "La operación propiamente dicha dura poco."),
    ("La orina que se produce en el riñón.", "La orina que se produce en el riñón."),
    ("Está desorientado y no conoce a su familia.", "Está desorientado y no conoce a su familia."),
    ("Es imprescindible venir en ayunas.", "Es imprescindible venir en ayunas."),
    ("Acuda, a cualquier hora, si sangra.", "Acuda, a cualquier hora, si sangra."),
    ("El ataque isquémico transitorio es raro.", "El ataque isquémico transitorio es raro."),
    ("Es lo que se llama hipoglucemia.", "Es lo que se llama hipoglucemia."),
    # Several words cannot stand where an adverb has its own degree.
    ("Cambia muy levemente la curvatura.", "Cambia muy levemente la curvatura."),
    ("La curvatura cambia levemente.", "La curvatura cambia un poco."),
    ("Beba más abundantemente ese día.", "Beba más abundantemente ese día."),
    ("Lave muy cuidadosamente la herida.", "Lave muy cuidadosamente la herida."),
    ("La dosis se ajusta más adecuadamente.", "La dosis se ajusta más adecuadamente."),
    ("Muévase muy lentamente.", "Muévase muy despacio."),
    ("En cuanto a la dosis, mire la siguiente tabla:", "En cuanto a la dosis, tenga en cuenta lo siguiente:"),
    ("Mire la tabla de la página 3.", "Mire la tabla de la página 3."),
    ("Se le dará profilaxis antibiótica.", "Se le dará profilaxis antibiótica."),
    ("Coma previamente a la prueba.", "Coma antes de la prueba."),
    ("Su función está disminuida.", "Su función está disminuida."),
    ("Se dan consejos a fin de mes.", "Se dan consejos a fin de mes."),
    ("Se suspende debido a que hay riesgo.", "Se suspende debido a que hay riesgo."),
]
VERBS = [
    ("realizar", "subj3", "realice"),
    ("seguir", "ger", "siguiendo"),
    ("comunicar", "subj+lo", "comuníquelo"),
    ("sustituir", "pres3", "sustituye"),
    ("permanecer", "subj3p", "permanezcan"),
    ("administrar", "inf+selo", "administrárselo"),
    ("dar", "subj+le", "dele"),
    ("hacer", "fut2", "harás"),
    ("poner", "partfp", "puestas"),
    ("pedir", "ger", "pidiendo"),
    ("decir", "subj+selo", "dígaselo"),
]
HEADINGS = [
    ("Cene con normalidad", "La primera parte se llama: Cene con normalidad."),
    ("Riesgos y consulta", "Empezamos por los riesgos y la consulta."),
    ("Biopsias o retiro de lunares", "Empezamos por las biopsias o el retiro de lunares."),
    # What the listener asks or says of himself would be of whoever tells the guide.
    ("Qué pasa cuando salgo", "Empezamos por una pregunta: ¿qué pasa cuando salgo?"),
    ("Me puedo sentar", "Empezamos por una pregunta: ¿me puedo sentar?"),
    ("Mi primera visita", "La primera parte se llama: Mi primera visita."),
    ("Después de mi parto", "La primera parte se llama: Después de mi parto."),
    ("Se lleva la muestra", "La primera parte se llama: Se lleva la muestra."),
    ("Ya está de vuelta", "La primera parte se llama: Ya está de vuelta."),
    ("¡Listo!", "Esta es la primera parte."),
    ("Durante", "Primero, lo que pasa llegado el momento."),
    ("Conexión", "Empezamos por la conexión."),
    ("Día 3. El alta", "Empezamos por el día 3, el alta."),
    ("Una sesión cualquiera", "Empezamos por una sesión cualquiera."),
    ("Una vez en casa", "Primero, lo que pasa una vez en casa."),
    ("Mientras, en el laboratorio", "Primero, lo que pasa mientras tanto en el laboratorio."),
    ("Primero: la entrevista", "Empezamos por la entrevista."),
    ("OJO: aún no puedes conducir", "La primera parte se llama: OJO: aún no puedes conducir."),
    ("Cuando va pasando", "La primera parte se llama: Cuando va pasando."),
    ("Justo antes", "Primero, lo que pasa justo antes."),
    ("Justo después del pinchazo", "Primero, lo que pasa justo después del pinchazo."),
    ("Prohibido", "Empezamos por lo prohibido."),
    ("Poco después", "Primero, lo que pasa poco después."),
    ("La noche: cómo se coloca", "Primero, lo que pasa por la noche: cómo se coloca."),
    ("¡Bienvenida a su revisión!", "Empezamos por la bienvenida."),
    ("Cuando salga de la sala", "Primero, lo que pasará cuando salga de la sala."),
    ("El día", "Primero, lo que pasa ese día."),
    ("Cuando usted llegue", "Primero, lo que pasará cuando usted llegue."),
    ("Cuando llega el día", "Primero, lo que pasa cuando llega el día."),
    ("¡Vuelva a urgencias!", "Primero, cuándo volver a urgencias."),
    ("Acuda de inmediato a la guardia", "Primero, cuándo ir de inmediato a la guardia."),
    ("Importante", "Empezamos por lo importante."),
    ("Atención", "Empezamos por un aviso: atención."),
    ("Durante: los ejercicios", "Primero, lo que pasa durante los ejercicios."),
    ("Después: habitación", "Primero, lo que pasa después, en la habitación."),
    ("A partir del mes", "Primero, lo que pasa a partir del mes."),
    ("La tarde: cómo se quita", "Primero, lo que pasa por la tarde: cómo se quita."),
    ("En resumen", "Empezamos por el resumen."),
    ("Consulte sin demora", "Primero, cuándo consultar sin demora."),
    ("Pida ayuda", "Primero, cuándo pedir ayuda."),
    ("Pare el ejercicio de inmediato", "Primero, cuándo parar el ejercicio de inmediato."),
    ("Llámenos o venga a Urgencias", "La primera parte se llama: Llámenos o venga a Urgencias."),
    ("Llámenos a las 8", "La primera parte se llama: Llámenos a las 8."),
    ("Informar antes de comenzar", "Primero, lo que hay que informar antes de comenzar."),
    ("Traer", "Primero, lo que hay que traer."),
    ("Evitar el sol", "Primero, cómo evitar el sol."),
    ("Contacto", "Empezamos por los datos de contacto."),
    ("Cuando llega a la sala", "Primero, lo que pasa al llegar a la sala."),
    ("Merienda (17:30 h)", "Empezamos por la merienda, a las 17:30 h."),
    ("Merienda, 17:30 h", "Empezamos por la merienda, a las 17:30 h."),
    ("Siesta (2 a 3 horas)", "Empezamos por la siesta, de 2 a 3 horas."),
    ("Resultados y contacto", "Empezamos por los resultados y el contacto."),
    ("Teléfonos", "Empezamos por los teléfonos."),
    ("Términos que figuran en la orden", "Empezamos por los términos que figuran en la orden."),
    ("Despertar", "Empezamos por el despertar."),
    ("De vuelta en la habitación", "Primero, lo que pasa de vuelta en la habitación."),
    ("De vuelta a casa", "Empezamos por la vuelta a casa."),
    ("Dos o tres días antes: los análisis", "Primero, lo que pasa dos o tres días antes: los análisis."),
    ("A su llegada", "Primero, lo que pasa a su llegada."),
    ("Quítese las joyas", "La primera parte se llama: Quítese las joyas."),
    ("Si se olvida de una dosis", "Primero, qué pasa si se olvida de una dosis."),
    ("Diabetes", "Empezamos por la diabetes."),
    ("Preparación", "Empezamos por la preparación."),
    ("Efectos secundarios (poco frecuentes)", "Empezamos por los efectos secundarios poco frecuentes."),
    ("La vía (catéter)", "Empezamos por la vía, catéter."),
    ("Cómo actúan (ANTIINFLAMATORIO)", "Primero, cómo actúan, antiinflamatorio."),
    ("Toma (en ayunas)", "La primera parte se llama: Toma, en ayunas."),
    ("Sus pastillas (ver tabla)", "Empezamos por sus pastillas."),
    ("Antes del procedimiento", "Primero, lo que pasa antes del procedimiento."),
    ("Previo al procedimiento", "Primero, lo que pasa antes del procedimiento."),
    ("Posterior a la toma", "Primero, lo que pasa después de la toma."),
    ("Después: unidad de reposo", "Primero, lo que pasa después, en la unidad de reposo."),
    ("Apenas termina", "Primero, lo que pasa apenas termina."),
    ("Después", "Primero, lo que pasa después."),
    ("Posibles efectos secundarios", "Empezamos por los posibles efectos secundarios."),
    ("Alta", "Empezamos por el alta."),
    ("En qué consiste", "Primero, en qué consiste."),
    ("Te contamos los riesgos", "La primera parte se llama: Te contamos los riesgos."),
    ("Tramos del recorrido", "Empezamos por los tramos del recorrido."),
    ("Del hospital a casa", "Primero, del hospital a casa."),
    ("La mañana", "Primero, lo que pasa por la mañana."),
    ("Los días antes", "Primero, lo que pasa los días antes."),
    ("La semana antes", "Primero, lo que pasa la semana antes."),
    ("Ayunas", "Empezamos por el ayuno."),
    ("Cuántas sesiones son", "Primero, cuántas sesiones son."),
    ("Cada cuánto se hace", "Primero, cada cuánto se hace."),
    ("Cuáles son los riesgos", "Primero, cuáles son los riesgos."),
    ("Primer sonido", "Empezamos por el primer sonido."),
    ("Análisis de sangre", "Empezamos por el análisis de sangre."),
    ("Su primera sesión", "Empezamos por su primera sesión."),
    ("Volver a casa", "Primero, cómo volver a casa."),
    ("Qué puede sentir", "Primero, lo que puede sentir."),
    ("Qué riesgos tiene", "Primero, qué riesgos tiene."),
    ("Qué hacer si sangra", "Primero, qué hacer si sangra."),
    ("Contanos", "La primera parte se llama: Contanos."),
    ("Llegás a la clínica", "La primera parte se llama: Llegás a la clínica."),
    ("3.2 Medicación habitual", "Empezamos por la medicación habitual."),
    ("2.ª visita", "Empezamos por la 2.ª visita."),
    ("48 horas antes", "Primero, lo que pasa 48 horas antes."),
    ("Solo si es mujer", "Primero, solo si es mujer."),
    ("Cuándo consultar", "Primero, cuándo consultar."),
    ("¿Duele?", "Empezamos por una pregunta: ¿duele?"),
    ("¿RM o TAC?", "Empezamos por una pregunta: ¿RM o TAC?"),
    ("Efecto máximo (20-40 minutos)", "Empezamos por el efecto máximo, 20-40 minutos."),
    ("Controles y rehabilitación", "Empezamos por los controles y la rehabilitación."),
    ("Edema, dolor y fiebre leve", "Empezamos por el edema, el dolor y la fiebre leve."),
    ("Pruebas de sangre y orina", "Empezamos por las pruebas de sangre y orina."),
    ("Turnos e informes", "Empezamos por los turnos y los informes."),
    ("Riesgos y qué hacer", "Empezamos por los riesgos y qué hacer."),
    ("El mismo día", "Primero, lo que pasa el mismo día."),
    ("Ana Soto, psicóloga", "La primera parte se llama: Ana Soto, psicóloga."),
    ("Prepárese para la prueba", "La primera parte se llama: Prepárese para la prueba."),
    ("Paso 1, la preparación", "Empezamos por la preparación."),
    ("Fase B – Después", "Primero, lo que pasa después."),
    ("Etapa 3", "Esta es la primera parte."),
    ("La catarata es la…", "Esta es la primera parte."),
    ("Unas horas antes", "Primero, lo que pasa unas horas antes."),
    ("La tarde", "Primero, lo que pasa por la tarde."),
    ("Por la mañana", "Primero, lo que pasa por la mañana."),
    ("Artrosis de cadera", "Empezamos por la artrosis de cadera."),
    ("¿Y el trabajo?", "Empezamos por una pregunta: ¿y el trabajo?"),
    ("Higiene", "Empezamos por la higiene."),
    ("Digestión", "Empezamos por la digestión."),
    ("Salud", "Empezamos por la salud."),
    ("Camión", "Empezamos por el camión."),
    ("Pero antes", "La primera parte se llama: Pero antes."),
    ("Y, mientras tanto", "Primero, mientras tanto."),
    ("Acudir al laboratorio a las 8", "La primera parte se llama: Acudir al laboratorio a las 8."),
    ("Acudir al laboratorio", "Primero, cómo acudir al laboratorio."),
]


# Sentences as the whole writer says them.
SAID = [
    (
        "Sentirá que cae por un momento muy corto – ¡tranquilo, no es así!",
        ["Sentirá que cae por un momento muy corto.", "¡Tranquilo, no es así!"],
    ),
    (
        "Evite los antiinflamatorios (naproxeno, ibuprofeno) esa semana.",
        ["Evite los antiinflamatorios, como naproxeno o ibuprofeno, esa semana."],
    ),
    ("Tome líquidos claros (caldo, horchata).", ["Tome líquidos claros, como caldo u horchata."]),
    (
        "La costra pica y puede durar varias semanas; no se la quite.",
        ["La costra pica y puede durar varias semanas.", "No se la quite."],
    ),
    (
        "Se mide el peso, la tensión y el pulso antes de empezar; con el peso se calcula la cantidad.",
        ["Se mide el peso, la tensión y el pulso antes de empezar.", "Con el peso se calcula la cantidad."],
    ),
    (
        "La sesión dura entre veinte y treinta minutos en total; en casa, reposo y mucha agua.",
        ["La sesión dura entre veinte y treinta minutos en total; en casa, reposo y mucha agua."],
    ),
    ("En caso de que tenga fiebre, llame.", ["Si tiene fiebre, llame."]),
    (
        'Después de la prueba casi todo el mundo nos dice lo mismo: "creía que era peor".',
        ['Después de la prueba casi todo el mundo nos dice lo mismo: "creía que era peor".'],
    ),
    ("Avise en caso de que la tensión sea alta.", ["Avise si la tensión es alta."]),
    ("En caso de que se haya caído, dígalo.", ["Si se ha caído, dígalo."]),
    ("En caso de que tenga fiebre o note dolor, llame.", ["En caso de que tenga fiebre o note dolor, llame."]),
    ("De ser necesario, se repite la prueba.", ["Si hace falta, se repite la prueba."]),
    ("De no haber dolor, puede irse.", ["Si no hay dolor, puede irse."]),
    ("De haber tomado algo, avise.", ["De haber tomado algo, avise."]),
    ("De ser mayores, los puntos se retiran.", ["De ser mayores, los puntos se retiran."]),
    ("Se procederá a retirar la venda.", ["Se quitará la venda."]),
    ("Después se procede a poner la vía.", ["Después se pone la vía."]),
    ("Se procederá a retirar los puntos.", ["Se pasará a retirar los puntos."]),
    ("No coma frutos secos (nueces, pasas y otros).", ["No coma frutos secos (nueces, pasas y otros)."]),
]


@pytest.mark.parametrize(("sentence", "lines"), SAID)
def test_a_sentence_is_said(sentence: str, lines: list[str]) -> None:
    assert writer.render(sentence, writer.vocabulary("es")) == lines


@pytest.mark.parametrize(("sentence", "plain"), FORMS)
def test_a_plain_word_has_the_form_of_the_formal_one(sentence: str, plain: str) -> None:
    assert rule.apply(sentence, writer.vocabulary("es")) == [plain]


@pytest.mark.parametrize(("verb", "form", "expected"), VERBS)
def test_verbs(verb: str, form: str, expected: str) -> None:
    assert conjugated(verb, language.load("es", "plain_words")["irregular"])[form] == expected


def test_nouns() -> None:
    nouns = ["dolor de cabeza", "incisión", "análisis", "vez", "efecto adverso"]
    assert [plural(noun) for noun in nouns] == [
        "dolores de cabeza",
        "incisiones",
        "análisis",
        "veces",
        "efectos adversos",
    ]
    assert [is_feminine(noun, "es") for noun in ("semanas", "días", "dosis", "síntoma", "mano")] == [1, 0, 1, 0, 1]


def test_the_list_is_long_and_every_form_differs_from_what_is_said() -> None:
    listed = language.load("es", "plain_words")
    assert sum(len(listed[part]) for part in ("verbs", "nouns", "adjectives", "phrases")) >= FEWEST_ENTRIES
    assert [form for form, word in plain_words("es").items() if form == word.say] == []


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Si toma Sintrom u otro anticoagulante no lo suspenda por su cuenta.", True),
        ("Tres días antes empiece con el colirio.", True),
        ("La noche anterior lávese la cara.", True),
        ("Se recomienda beber agua.", True),
        ("En casa tiene que dormir boca arriba.", True),
        ("Para que no se mueva le sujetan.", False),
        ("Después la máquina toma imágenes.", False),
        ("Cuando venga el celador le lleva.", False),
    ],
)
def test_what_is_to_be_done_is_known_also_after_its_time(sentence: str, tells: bool) -> None:
    assert instructions.tells(sentence, writer.vocabulary("es")) == tells


@pytest.mark.parametrize(("name", "said"), HEADINGS)
def test_a_heading_is_announced_as_a_person_would(name: str, said: str) -> None:
    assert headings.announced(name, 1, 3, language.load("es", "style"), {}) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("¡Bienvenida a su nueva prótesis!", "Esta guía se llama: ¡Bienvenida a su nueva prótesis!"),
        ("¿Le asusta la aguja? No es el único", "Esta guía se llama: ¿Le asusta la aguja? No es el único."),
        ("Cirugía láser (venas varicosas)", "Esta guía trata de la cirugía láser, venas varicosas."),
        ("Cirugía ocular (facoemulsificación)", "Esta guía trata de la cirugía ocular, o facoemulsificación."),
        ("A tu hija le van a poner una férula", "Esta guía se llama: A tu hija le van a poner una férula."),
        ("Encendido del implante", "Esta guía trata del encendido del implante."),
        ("Diálisis: guía para el paciente", "Esta guía trata de la diálisis."),
        ("Guía de la prótesis: cuidados", "Esta guía se llama: Guía de la prótesis."),
        ("Cómo se siente la anestesia", "Esta guía cuenta cómo se siente la anestesia."),
        ("Así funciona una férula", "Esta guía cuenta cómo funciona una férula."),
        ("Así de fácil", "Esta guía se llama: Así de fácil."),
        ("Esto es lo que hace la férula", "Esta guía se llama: Esto es lo que hace la férula."),
        ("A su hija le ponen una férula", "Esta guía se llama: A su hija le ponen una férula."),
        ("¿Qué es un TAC?", "Esta guía responde a una pregunta: ¿qué es un TAC?"),
        ("¿Qué es un TAC", "Esta guía responde a una pregunta: ¿qué es un TAC?"),
        ("Qué es un TAC?", "Esta guía responde a una pregunta: ¿qué es un TAC?"),
        ("Qué es un TAC", "Esta guía cuenta qué es un TAC."),
        ("Puedo comer antes", "Esta guía responde a una pregunta: ¿puedo comer antes?"),
        ("Terapia electroconvulsiva (TEC)", "Esta guía trata de la terapia electroconvulsiva, o TEC."),
        ("Comprimidos de prednisona (CORTICOIDE)", "Esta guía trata de los comprimidos de prednisona, un corticoide."),
        ("Mesa basculante (tilt test)", "Esta guía trata de la mesa basculante, o tilt test."),
        ("Amputación (operación del pie)", "Esta guía trata de la amputación, u operación del pie."),
        ("Colonoscopia (adultos)", "Esta guía trata de la colonoscopia, para adultos."),
        ("COLONOSCOPIA – ADULTOS", "Esta guía trata de la colonoscopia, para adultos."),
        ("Instructivo para tomografía", "Esta guía trata de la tomografía."),
        ("Información para pacientes sobre la ecografía", "Esta guía trata de la ecografía."),
        ("Instructivo para preparar la colonoscopia", "Esta guía cuenta cómo preparar la colonoscopia."),
        ("Instructivo para pacientes", "Esta guía se llama: Instructivo para pacientes."),
        ("Infiltración. Unidad del Dolor, Hospital del Mar", "Esta guía trata de la infiltración."),
        ("Ecografía – Servicio de Radiología", "Esta guía trata de la ecografía."),
        ("Traslado: Hospital de día", "Esta guía se llama: Traslado, Hospital de día."),
        ("Ingreso en la unidad de día", "Esta guía trata del ingreso en la unidad de día."),
        ("Guía de la biopsia", "Esta guía se llama: Guía de la biopsia."),
        ("Holter", "Esta guía trata del holter."),
        ("Gammagrafía con 99M-MDP", "Esta guía trata de la gammagrafía con 99M-MDP."),
        ("Láser de la piel", "Esta guía trata del láser de la piel."),
        ("Clínica Sur: unidad de dolor", "Esta guía se llama: Clínica Sur, unidad de dolor."),
    ],
)
def test_the_welcome_says_what_the_guide_is_about(title: str, said: str) -> None:
    assert headings.about(title, language.load("es", "style"), {}) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Holter de ritmo de 24 horas", "Esta guía trata del Holter de ritmo de 24 horas."),
        ("RM de rodilla", "Esta guía trata de la RM de rodilla."),
        ("PET-TC con contraste", "Esta guía trata de la PET-TC con contraste."),
        ("TAC y resonancia", "Esta guía trata de TAC y resonancia."),
        ("TAC de control y primera consulta", "Esta guía trata del TAC de control y primera consulta."),
    ],
)
def test_a_name_that_the_text_writes_with_a_capital_has_its_article(title: str, said: str) -> None:
    known = {"holter": "Holter", "rm": "RM", "tac": "TAC", "pet-tc": "PET-TC"}
    assert headings.about(title, language.load("es", "style"), known) == said


def test_a_part_that_tells_what_to_do_is_announced_so_also_where_the_page_has_infinitives(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    told = "Evitar el sol y el deporte.\n\nNo mojar la espalda.\n\n"
    page.write_text(f"# P\n\n## Antes\n\nBeba agua.\n\n## Mientras se llevan los parches\n\n{told}", encoding="utf-8")
    said = writing.write(readers.read(page, "es")).phases[2].says[0].text
    assert said == "Y por último, lo que hay que hacer mientras se llevan los parches."


def test_a_title_and_a_heading_have_both_genders_in_full(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(
        "# Cuidados del(la) niño(a)\n\n## Si es asmático(a)\nAvise.\n\n## Medicamento(s)\nTome agua.\n", "utf-8"
    )
    said = [line.text for phase in writing.write(readers.read(page, "es")).phases for line in phase.says]
    assert "Esta guía se llama: Cuidados del niño o de la niña." in said
    assert "Primero, qué hacer si es asmático o asmática." in said
    assert any("los medicamentos" in line for line in said)


def test_announcements_take_turns_and_contract() -> None:
    style = language.load("es", "style")
    assert headings.announced("¿Y el trabajo?", 9, 9, style, {}) == "La última pregunta: ¿y el trabajo?"
    said = [headings.announced("Comienzo", index, 9, style, {}) for index in (2, 3, 4, 9)]
    assert len(set(said)) == 4
    assert any("del comienzo" in text for text in said)
    assert headings.summed_up(["Comienzo", "x", "Después"], style, {}) == ["Hemos llegado al final de la guía."]


def test_a_heading_left_open_is_named_and_the_first_words_of_a_paragraph_are_not(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("# P\n\n## Antes\nComa algo.\n\n## Acuda al médico si…\nTiene fiebre.\n", encoding="utf-8")
    said = [phase.says[0].text for phase in writing.write(readers.read(page, "es")).phases]
    assert "Y por último, cuándo pedir ayuda." in said
    page.write_text(
        "# P\n\nUna vía es un tubo fino que entra en una vena.\n\n"
        "Después hay un rato de descanso en una sala. ¿Qué más hay? Una merienda.\n",
        encoding="utf-8",
    )
    said = [phase.says[0].text for phase in writing.write(readers.read(page, "es")).phases]
    assert said[1:-1] == ["Esta es la primera parte.", "Esta es la última parte."]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("A: Podrás comer. Trae tus gafas.\n\nB: Te dirán algo.\n", "Hola, te damos"),
        ("A: Vas a sentir calor. Vos podés parar.\n\nB: Algo.\n", "Hola, te damos"),
        ("A: Podrá comer. Traiga sus gafas.\n\nB: Le dirán algo.\n", "Hola, le damos"),
        ("A: Además, la prueba es corta. Después acaba.\n\nB: Algo más.\n", "Hola, le damos"),
    ],
)
def test_the_frame_speaks_as_the_source_does(tmp_path: Path, text: str, begins: str) -> None:
    page = tmp_path / "a.txt"
    page.write_text(text, encoding="utf-8")
    assert writing.write(readers.read(page, "es")).phases[0].says[0].text.startswith(begins)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("A: Vení en ayunas. Si tenés fiebre, llamá.\n\nB: Vas a sentir calor.\n", "Podés ponerla en pausa"),
        ("A: Podrás comer. Esperarás un rato. Trae tus gafas.\n\nB: Te dirán algo.\n", "Puedes ponerla en pausa"),
        ("A: Ya no estás sola. Das tu permiso y vas a tu casa.\n\nB: Tú eliges. Puedes irte.\n", "Puedes ponerla"),
        ("A: Coma poco. Vendrá usted con sus gafas.\n\nB: No tome nada más después.\n", "Puede ponerla en pausa"),
        ("A: Traigan su biberón. Llámennos si vomita.\n\nB: Déjenlo dormir. Ustedes esperan.\n", "Pueden ponerla"),
        ("A: Traiga sus gafas. Vendrá usted con alguien.\n\nB: Ustedes esperan. Quédese.\n", "Puede ponerla en"),
        ("A: Espere dieciséis minutos. Le avisan.\n\nB: Quédese veintiséis horas. Beba agua.\n", "Puede ponerla"),
        ("A: Vosotros esperáis. Le miramos y le damos agua.\n\nB: No os vayáis. Le dormimos.\n", "Puedes ponerla"),
    ],
)
def test_the_frame_says_tu_vos_or_usted(tmp_path: Path, text: str, says: str) -> None:
    page = tmp_path / "a.txt"
    page.write_text(text, encoding="utf-8")
    assert any(say.text.startswith(says) for say in writing.write(readers.read(page, "es")).phases[0].says)


def test_orders_to_several_are_said_to_all_of_them(tmp_path: Path) -> None:
    before = "Traigan su cartilla. Llámennos si tiene fiebre."
    text = f"# La vacuna\n\n## Antes\n\n{before}\n\n## Después\n\nNo bañarlo ese día.\n"
    assert "No lo bañen ese día." in _said(text, tmp_path)


def test_a_house_that_empties_the_familiar_phrases_says_usted() -> None:
    style = language.merged(language.load("es", "style"), {"familiar": {}})
    assert address.style_for(["Tú puedes parar si tú quieres."], style)["welcome"] == style["welcome"]


def test_a_definition_waits_where_it_would_part_two_sentences_about_one_thing(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(
        "# P\n\n## Antes\nA diferencia del electrocardiograma, mide todo el día. No duele.\n\n"
        "## Luego\nSe hace un hemograma. Es rápido. El hemograma tarda una hora. Beba agua.\n",
        encoding="utf-8",
    )
    before, after = [[say.text for say in phase.says] for phase in writing.write(readers.read(page, "es")).phases][1:3]
    assert before[1:] == ["A diferencia del electrocardiograma, mide todo el día.", "No duele."]
    assert after.index("Un hemograma es un análisis de las células de la sangre.") == 4


@pytest.mark.parametrize(
    "after",
    [
        "De hecho, vendremos a su cama.",
        "Sí, a las 7 de la mañana.",
        "Esto no quiere decir que algo vaya mal.",
        "Si toma muestras, tarda algo más.",
    ],
)
def test_a_definition_does_not_part_a_sentence_from_what_confirms_it(after: str, tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    told = f"Ese día se queda en casa. Le harán un hemograma. {after} Beba agua."
    page.write_text(f"# P\n\n## Antes\n{told}\n\n## Luego\nSe acaba.\n", encoding="utf-8")
    said = [say.text for say in writing.write(readers.read(page, "es")).phases[1].says]
    assert said[said.index("Le harán un hemograma.") + 1] == after


def test_what_the_title_names_and_its_listener_has_is_not_explained_in_the_midst(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    parts = "## Antes\nDuerma bien.\n\n## Luego\nLa diálisis no duele. Beba poco.\n\n## En casa\nDescanse.\n"
    told = []
    for title in ("Una sesión de diálisis", "El riñón"):
        page.write_text(f"# {title}\n\n{parts}", encoding="utf-8")
        told.append([say.text for say in writing.write(readers.read(page, "es")).phases[2].says])
    explained = ["La diálisis limpia la sangre con una máquina." in said for said in told]
    assert explained == [False, True]


def test_the_first_question_after_parts_that_are_none_is_no_other_one() -> None:
    style = language.load("es", "style")
    said = [headings.announced("¿Duele?", index, 4, style, {}, asked=False) for index in (2, 4)]
    assert said == ["Ahora, una pregunta: ¿duele?", "Y por último, una pregunta: ¿duele?"]
    assert headings.announced("¿Duele?", 4, 4, style, {}) == "La última pregunta: ¿duele?"


def _said(source: str, tmp_path: Path) -> str:
    path = tmp_path / "hoja.md"
    path.write_text(source, encoding="utf-8")
    return " ".join(say.text for _, say in writing.write(readers.read(path)).says() if not say.from_style)


@pytest.mark.parametrize(
    ("address_of_the_page", "order", "denied"),
    [
        ("Deberá firmar una hoja y le darán una bata.", "Lávese las manos.", "No se quite el anillo."),
        ("Puedes beber agua y tu madre puede estar contigo.", "Lávate las manos.", "No te quites el anillo."),
        ("Vos podés beber agua y tenés que traer tu carnet.", "Lavate las manos.", "No te quites el anillo."),
    ],
)
def test_an_order_in_the_infinitive_is_to_whom_the_page_speaks(
    address_of_the_page: str, order: str, denied: str, tmp_path: Path
) -> None:
    page = f"# Prueba\n\n## Antes\n\n{address_of_the_page}\n\n- Lavarse las manos.\n- No quitarse el anillo.\n"
    said = _said(page, tmp_path)
    assert order in said
    assert denied in said


_AIMS = "- Caminar sin dolor en casa.\n- Dormir mejor toda la noche.\n"


@pytest.mark.parametrize("name", ["Objetivos del tratamiento", "Contraindicaciones", "Motivos para operarse"])
def test_an_infinitive_under_an_aim_or_a_sign_is_no_order(name: str, tmp_path: Path) -> None:
    said = _said(f"# Prueba\n\n## {name}\n\n{_AIMS}\n## Después\n\nPuede irse a casa.\n", tmp_path)
    assert "Dormir mejor" in said


@pytest.mark.parametrize(("lead", "orders"), [("", True), ("Siga estos consejos:", True), ("Con ella logrará:", False)])
def test_infinitives_under_a_beginning_are_orders_only_if_it_tells_what_to_do(lead: str, orders: bool) -> None:
    assert infinitives.applies("La prótesis", lead, "Lavarla.", writer.vocabulary("es")) is orders


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("Ante fiebre, acudir a urgencias.", True),
        ("Acudir a Urgencia en caso de fiebre, tos o mareo.", True),
        ("Consultar los riesgos es parte de la prueba.", False),
        ("En caso de fallo, retirar el balón.", False),
        ("Sangrar.", False),
    ],
)
def test_under_the_name_of_a_risk_only_a_call_for_help_is_an_order(text: str, orders: bool) -> None:
    assert infinitives.applies("Riesgos", "", text, writer.vocabulary("es")) is orders


@pytest.mark.parametrize(
    ("verb", "pronouns", "usted", "tú", "vos"),
    [
        ("mantener", "la", "manténgala", "mantenla", "mantenela"),
        ("reforzar", "la", "refuércela", "refuérzala", "reforzala"),
        ("dar", "lo", "delo", "dalo", "dalo"),
        ("poner", "telo", "póngatelo", "póntelo", "ponételo"),
        ("ir", "", "vaya", "ve", "andá"),
    ],
)
def test_an_order_has_the_accent_that_its_pronouns_ask_for(
    verb: str, pronouns: str, usted: str, tú: str, vos: str
) -> None:
    said = [spanish_verbs.ordering(verb, person, pronouns) for person in ("usted", "tú", "vos")]
    assert said == [usted, tú, vos]


@pytest.mark.parametrize(
    ("after", "noun"),
    [
        ("Debe mantenerse limpia y ser vigilada.", "una incisión"),
        ("Ésta se cubre con una gasa.", "una incisión"),
        ("La herida debe ser vigilada.", "un corte"),
        ("Duele poco.", "un corte"),
    ],
)
def test_a_noun_keeps_its_gender_where_the_next_sentence_speaks_of_it(after: str, noun: str) -> None:
    assert writer.render("Habrá una incisión.", writer.vocabulary("es"), after) == [f"Habrá {noun}."]


def test_a_page_that_says_tu_keeps_its_patient(tmp_path: Path) -> None:
    page = tmp_path / "sueño.txt"
    told = "Trae tu pijama y tus medicinas. Si el paciente es menor de 18 años, debe quedarse un adulto toda la noche."
    text = f"Estudio del sueño\n\nPreparación: {told}\n\nDespués: Puedes volver a tu casa.\n"
    page.write_text(text, encoding="utf-8")
    said = " ".join(line.text for _, line in writing.write(readers.read(page)).says())
    assert "Si el paciente es menor de 18 años" in said
    assert "usted" not in said.lower()


def test_a_sheet_that_is_brought_stays_a_sheet() -> None:
    words = writer.vocabulary("es")
    assert writer.render("Lea esta hoja entera y tráigala el lunes.", words) == [
        "Lea esta hoja entera y tráigala el lunes."
    ]
    assert writer.render("Lea este folleto y fírmelo.", words) == ["Lea este folleto y fírmelo."]
    assert writer.render("Lea esta hoja con calma.", words) == ["Escuche esta guía con calma."]


def test_both_genders_have_u_before_o() -> None:
    words = writer.vocabulary("es")
    assert writer.render("Usted será operado(a) el lunes.", words) == ["Usted será operado u operada el lunes."]
    assert writer.render("Usted será citado(a) el lunes.", words) == ["Usted será citado o citada el lunes."]


@pytest.mark.parametrize(("page", "said"), [("tú", "Haz lo mismo"), ("vos", "Hacé lo mismo")])
def test_an_order_of_tu_and_of_vos_is_that_of_the_page(page: str, said: str) -> None:
    words = writer.vocabulary("es")
    words = replace(words, style={**words.style, "address": page})
    assert instructions.the_same("vete a urgencias", words.grammar["signs"], words) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "La auxiliar te tapa con una sábana, y trae una almohada para los pies.",
            ["La auxiliar te tapa con una sábana.", "La auxiliar trae una almohada para los pies."],
        ),
        (
            "La mayor parte de la gente nota frío, y cuenta que se le pasa con una manta fina.",
            ["La mayor parte de la gente nota frío.", "Y cuenta que se le pasa con una manta fina."],
        ),
    ],
)
def test_a_verb_of_somebody_named_before_is_no_order_to_a_friend(source: str, said: list[str]) -> None:
    words = writer.vocabulary("es")
    words = replace(words, style={**words.style, "address": "tú"})
    assert writer.render(source, words) == said


def test_le_of_the_child_does_not_make_a_page_formal_that_says_tu() -> None:
    style = writer.vocabulary("es").style
    page = ["A tu hijo le ponemos una pulsera y le damos un jarabe.", "Te llamamos, y le lavas la cara si te deja."]
    more = ["Le pesamos, le medimos y les avisamos.", "Trae su peluche y tu tarjeta. Te esperamos con tu hijo."]
    assert "te damos" in address.style_for([*page, *more], style)["welcome"][0]
    assert "le damos" in address.style_for([*page, *more, "Usted firma. Usted espera."], style)["welcome"][0]
