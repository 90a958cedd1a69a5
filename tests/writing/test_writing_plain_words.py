"""Plain words: every form of an entry, its context, and what no entry may do."""

from __future__ import annotations

import pytest

from narration import language
from narration.language.plain import expand, plain_words
from narration.writing import writer
from narration.writing.rules import plain_words as rule

FORMS = [
    ("They administer the drug.", "They give the drug."),
    ("The nurse administers the drug.", "The nurse gives the drug."),
    ("The nurse administered the drug.", "The nurse gave the drug."),
    ("The drug is slowly administered.", "The drug is slowly given."),
    ("The drug was administered by a nurse.", "The drug was given by a nurse."),
    ("Drugs administered at night", "Drugs given at night"),
    ("We are administering it.", "We are giving it."),
    ("Physicians and individuals", "Doctors and people"),
    ("An MRI scan is required.", "An MRI scan is needed."),
    ("an approximately equal dose", "an about equal dose"),
]
MEANINGS = [
    ("You may feel drowsy.", "You may feel sleepy."),
    ("You are drowsy but not asleep.", "You are drowsy but not asleep."),
    ("Please read this leaflet a week before.", "Please listen to this guide a week before."),
    ("Once you have read this booklet, sleep on it.", "Once you have listened to this guide, sleep on it."),
    ("Read this leaflet and bring it with you.", "Read this leaflet and bring it with you."),
    ("Stick this on the fridge.", "Stick the page on the fridge."),
    ("Stick this on your skin.", "Stick this on your skin."),
    ("It is made of several patients’ notes.", "It is made of several patients’ notes."),
    ("Plug in the heart monitor the first night.", "Plug in the heart monitor the first night."),
    ("Keep the home monitor you were given.", "Keep the home monitor you were given."),
    ("Staff often monitor you until you wake.", "Staff often watch over you until you wake."),
    ("We will monitor the wound.", "We will keep an eye on the wound."),
    ("A nurse monitors your breathing.", "A nurse keeps an eye on your breathing."),
    ("Bring a signed witness statement.", "Bring a signed witness statement."),
    ("After your return home, rest.", "After your return home, rest."),
    ("Your attempt to pass water is timed.", "Your attempt to pass water is timed."),
    ("Antibiotic drops if written on discharge card.", "Antibiotic drops if written on discharge card."),
    ("You will get a letter on discharge.", "You will get a letter when you go home."),
    ("Read the advice after discharge.", "Read the advice after you go home."),
    ("Previous night: wash your hair.", "Previous night: wash your hair."),
    ("Tell us of any prior reactions.", "Tell us of any earlier reactions."),
    ("No prior training is needed.", "No prior training is needed."),
    (
        "Stop it six hours prior to the visit, not two days prior.",
        "Stop it six hours before the visit, not two days before.",
    ),
    ("Dilating drops take 30 minutes.", "Dilating drops take 30 minutes."),
    ("The drops dilate your pupils.", "The drops widen your pupils."),
    ("Wait until the DVLA's requirements are met.", "Wait until the DVLA's requirements are met."),
    ("Tell us of any special requirements.", "Tell us of any special needs."),
    ("The heart monitor may beep.", "The heart monitor may beep."),
    ("A nurse will monitor you.", "A nurse will watch over you."),
    ("The experience may be new.", "The experience may be new."),
    ("You may experience pain.", "You may have pain."),
    ("You will give informed consent.", "You will give informed consent."),
    ("The nurse informed you.", "The nurse told you."),
    ("It is present in milk.", "It is present in milk."),
    ("Wear a temporary dressing.", "Wear a temporary dressing."),
    ("You are required to fast.", "You need to fast."),
    ("A form is required.", "A form is needed."),
    ("It may significantly reduce pain.", "It may significantly reduce pain."),
    ("There is an additional dose.", "There is another dose."),
    ("Your return to work may be slow.", "Your return to work may be slow."),
    ("You may return to work.", "You may go back to work."),
    ("Nothing to eat after midnight.", "Do not eat after midnight."),
    ("No food should be eaten.", "No food should be eaten."),
    ("It is extremely rare.", "It is extremely rare."),
    ("It is extremely loud.", "It is very loud."),
    ("Tell us about ocular hypertension.", "Tell us about ocular hypertension."),
    ("The enema came with this leaflet.", "The enema came with this leaflet."),
    ("This leaflet tells you more.", "This guide tells you more."),
    ("Take it one hour beforehand.", "Take it one hour beforehand."),
    ("Come in two weeks beforehand, where a nurse sees you.", "Come in two weeks beforehand, where a nurse sees you."),
    ("Go to the Respiratory Day Unit.", "Go to the Respiratory Day Unit."),
    ("Respiratory Day Unit, Cork", "Respiratory Day Unit, Cork"),
    ("Prior to Monday, tell us.", "Before Monday, tell us."),
    ("Following the procedure, Dr Hill sees you.", "After the procedure, Dr Hill sees you."),
    ("Wait up to a maximum of 12 weeks.", "Wait up to 12 weeks."),
    ("Do not do strenuous exercise.", "Do not exercise hard."),
    ("Avoid strenuous exercise.", "Avoid hard exercise."),
    ("It varies enormously.", "It differs a lot."),
    ("Do not operate machinery.", "Do not use machinery."),
    ("Patients feel queasy.", "Patients feel queasy."),
    ("Please telephone the ward.", "Please call the ward."),
    ("Nor should you drive.", "Nor should you drive."),
    ("The donor's identity is withheld for a year.", "The donor's identity is withheld for a year."),
    ("Warfarin is withheld for a week.", "Warfarin is stopped for a week."),
    ("All four limbs are tested.", "All four limbs are tested."),
    ("Move your limbs.", "Move your arms and legs."),
    ("If coughing occurs, stop.", "If coughing occurs, stop."),
    ("Problems rarely occur.", "Problems rarely happen."),
    ("Notify the ward two days before.", "Notify the ward two days before."),
    ("Kindly inform our coordinator on Monday.", "Kindly inform our coordinator on Monday."),
    ("Notify the ward if you have a cold.", "Tell the ward if you have a cold."),
    ("Please inform us of changes.", "Please tell us about changes."),
    ("The brain learns gradually.", "The brain learns gradually."),
    ("The dose is gradually raised.", "The dose is slowly raised."),
    ("Honestly, it varies.", "Honestly, it varies."),
    ("It varies from day to day.", "It varies from day to day."),
    ("A stent has been inserted in the past year.", "A stent has been inserted in the past year."),
    ("The line has been inserted.", "The line has been put in."),
    ("In selected cases two are used.", "In selected cases two are used."),
    ("A fever with drowsiness is an emergency.", "A fever with drowsiness is an emergency."),
    ("Should you not feel well, call us.", "Should you not feel well, call us."),
    ("Tell us about worsening pain.", "Tell us about worsening pain."),
    ("Your pain is worsening.", "Your pain is getting worse."),
    ("You have a gastric band.", "You have a gastric band."),
    ("The gastric juices are drained.", "The stomach juices are drained."),
    ("Come to your pre-operative assessment.", "Come to your pre-operative assessment."),
    ("Ask by telephone if you can.", "Ask by telephone if you can."),
    ("Bring a telephone number.", "Bring a telephone number."),
    ("One is fine, whereas two are not.", "One is fine, but two are not."),
    ("You are advised to rest.", "We advise you to rest."),
    ("You may be advised to rest.", "You may be advised to rest."),
    ("Be aware that it may sting.", "Please know that it may sting."),
    ("You may not be aware that it has begun.", "You may not be aware that it has begun."),
    ("Tell us if the symptoms persist.", "Tell us if the symptoms go on."),
    ("The pain persists for an hour.", "The pain lasts for an hour."),
    ("The swelling has resolved.", "The swelling has gone away."),
    ("The problem is resolved.", "The problem is resolved."),
    ("It helps to resolve the pain.", "It helps to resolve the pain."),
    ("Tablets are withheld on that day.", "Tablets are stopped on that day."),
    ("Our chief nurse is here.", "Our chief nurse is here."),
    ("A friend may stay, provided it’s quiet.", "A friend may stay, provided it’s quiet."),
    ("Lunch is not provided.", "Lunch is not provided."),
    ("You will be provided with a towel.", "You will be given a towel."),
    ("It is a sore, slightly swollen place.", "It is a sore, slightly swollen place."),
    ("The pads adhere to the chest.", "The pads adhere to the chest."),
    ("Keep your doctor informed.", "Keep your doctor informed."),
    ("Sport can be resumed.", "Sport can be resumed."),
    ("You can resume work.", "You can go back to work."),
    ("It is sexually transmitted.", "It is sexually transmitted."),
    ("Stairs may worsen the ache.", "Stairs may worsen the ache."),
    ("Go to the assessment unit.", "Go to the assessment unit."),
    ("The majority of the bruise fades.", "Most of the bruise fades."),
    ("The following test is optional.", "The following test is optional."),
    ("If you’re following a vegan diet, say so.", "If you’re following a vegan diet, say so."),
    ("An abscess may develop after it.", "An abscess may develop after it."),
    ("You may develop a rash.", "You may get a rash."),
    ("One in ten may develop a rash.", "One in ten may get a rash."),
    ("Please provide a urine sample.", "Please give a urine sample."),
    ("Bleeding may be observed.", "Bleeding may be observed."),
    ("We may remove your spleen.", "We may remove your spleen."),
    ("You will soon be sterile.", "You will soon be sterile."),
    ("A sterile sheet is put on.", "A germ-free sheet is put on."),
    ("It needs conscious sedation.", "It needs conscious sedation."),
    ("Exceptionally, a third dose is given.", "Exceptionally, a third dose is given."),
    ("Frequent urination is common.", "Frequent urination is common."),
    ("If you cannot attend your scan, ring us.", "If you cannot attend your scan, ring us."),
    ("The retained stone is sent to the laboratory.", "The retained stone is sent to the laboratory."),
    ("Retain the referral letter.", "Keep the referral letter."),
    ("Take one omitted dose at night.", "Take one omitted dose at night."),
    ("Modified diet is served.", "Modified diet is served."),
    ("Your diet may be modified.", "Your diet may be changed."),
    ("The assessing doctor calls you.", "The assessing doctor calls you."),
    ("The doctor assessing you will call.", "The doctor checking you will call."),
    ("The scan demonstrated gallstones.", "The scan demonstrated gallstones."),
    ("The dose administered is small.", "The dose given is small."),
    ("Results are awaited.", "Results are awaited."),
    ("Do not clarify it alone.", "Do not clarify it alone."),
    ("The pump is maintained each year.", "The pump is maintained each year."),
    ("Maintain a healthy weight.", "Keep a healthy weight."),
    ("Asthma occurs in one of ten people.", "Asthma occurs in one of ten people."),
    ("A seizure may occur.", "A seizure may happen."),
    ("The new device performs better.", "The new device performs better."),
    ("The stent is retrieved.", "The stent is retrieved."),
    ("The eggs are retrieved with a needle.", "The eggs are collected with a needle."),
    ("Resume the tablets tomorrow.", "Resume the tablets tomorrow."),
    ("Resume your tablets tomorrow.", "Start taking your tablets again tomorrow."),
    ("Until the swelling subsides, rest it.", "Until the swelling subsides, rest it."),
    ("The pain will subside.", "The pain will fade."),
    ("Replenish your fluids.", "Top up your fluids."),
    ("The adolescent unit is upstairs.", "The adolescent unit is upstairs."),
    ("An adolescent may bring a friend.", "A teenager may bring a friend."),
    ("An analgesic effect comes soon.", "An analgesic effect comes soon."),
    ("Heart complications are rare.", "Heart complications are rare."),
    ("Complications are rare.", "Problems are rare."),
    ("Blood components are given.", "Blood components are given."),
    ("Keep the incision site dry.", "Keep the incision site dry."),
    ("The ligament is cut through an incision.", "The ligament is cut through an incision."),
    ("The incision is closed.", "The cut is closed."),
    ("Give infant paracetamol.", "Give infant paracetamol."),
    ("A medication error is rare.", "A medication error is rare."),
    ("Wear the garment at night.", "Wear the garment at night."),
    ("There is currently no cure.", "There is currently no cure."),
    ("You are currently taking iron.", "You are now taking iron."),
    ("Prolonged sitting is bad.", "Prolonged sitting is bad."),
    ("Bring the required papers.", "Bring the required papers."),
    ("A rest is required.", "A rest is needed."),
    ("Consult the leaflet.", "Consult the leaflet."),
    ("Consult the nurse.", "Talk to the nurse."),
    ("The receiving hospital is told.", "The receiving hospital is told."),
    ("You receive a letter.", "You get a letter."),
    ("Your weight will determine the dose.", "Your weight will determine the dose."),
    ("Fever may indicate an infection.", "Fever may be a sign of an infection."),
    ("Indicate it with your hand.", "Indicate it with your hand."),
    ("Scars may remain.", "Scars may remain."),
    ("Remain seated.", "Stay seated."),
    ("Feeling returns to the arm.", "Feeling returns to the arm."),
    ("Return to the ward if it bleeds.", "Return to the ward if it bleeds."),
    ("We proceed to remove the lump.", "We proceed to remove the lump."),
    ("Proceed to the ward.", "Go to the ward."),
    ("Monitor your temperature.", "Check your temperature."),
    ("Monitor your wound.", "Keep an eye on your wound."),
    ("Results in children are good.", "Results in children are good."),
    ("It results in pain.", "It leads to pain."),
    ("A swab goes off, results in 4 days.", "A swab goes off, results in 4 days."),
    ("A swab goes off, results in about a week.", "A swab goes off, results in about a week."),
    ("We discuss results in clinic.", "We discuss results in clinic."),
    ("Biopsy results in two weeks.", "Biopsy results in two weeks."),
    ("Your next of kin may come.", "Your next of kin may come."),
    ("An abdominal ultrasound is done.", "An abdominal ultrasound is done."),
    ("Doses vary between 5 and 10 mg.", "Doses vary between 5 and 10 mg."),
    ("An appropriate adult comes.", "An appropriate adult comes."),
    ("Come at the appropriate time.", "Come at the right time."),
    ("It comes at no additional cost.", "It comes at no extra cost."),
    ("The chronic pain clinic is open.", "The chronic pain clinic is open."),
    ("Refreshments are available.", "Refreshments are available."),
    ("Send for help after discharge of pus.", "Send for help after discharge of pus."),
    ("You may have rest after discharge home.", "You may have rest after you go home."),
    ("Please report any pain to the nurse.", "Please report any pain to the nurse."),
    ("Please report any pain.", "Please tell us about any pain."),
    ("A satisfactory result is likely.", "A satisfactory result is likely."),
    ("It is satisfactory.", "It is good enough."),
    ("Ask “how is it administered?”", "Ask “how is it administered?”"),
]


@pytest.mark.parametrize(("sentence", "plain"), [*FORMS, *MEANINGS])
def test_forms_and_meanings(sentence: str, plain: str) -> None:
    assert rule.apply(sentence, writer.vocabulary("en")) == [plain]


@pytest.mark.parametrize("tag", ["en", "es"])
def test_no_entry_changes_how_sure_a_sentence_is_or_denies(tag: str) -> None:
    """An entry may swap a hedge for one of the same group (``approximately``, ``about``), never drop one."""
    meaning = language.load(tag, "meaning")

    def groups(text: str) -> set[str]:
        found = meaning["hedges"].items()
        return {name for name, group in found if any(f" {hedge} " in f" {text} " for hedge in group)}

    negations = set(meaning["negations"])
    for formal, word in plain_words(tag).items():
        assert groups(formal) <= groups(word.say), formal
        assert _denials(word.say, negations) == _denials(formal, negations), formal
        certain = set(meaning["certain"])
        assert set(word.say.split()) & certain <= {*formal.split()}, formal


def _denials(text: str, negations: set[str]) -> int:
    return sum(word in negations or word.replace("’", "'").endswith("n't") for word in text.split())


def test_no_plain_word_is_itself_a_formal_one() -> None:
    """Otherwise what is said would hang on the order of the entries."""
    for tag in ("en", "es"):
        words = plain_words(tag)
        assert {form: word.say for form, word in words.items() if word.say in words and not words[word.say].after} == {}


def test_irregular_forms_come_from_the_list() -> None:
    words = expand({"verbs": {"undergo": "have"}, "irregular": {"undergo": ["undergoes", "underwent", "undergone", "undergoing"], "have": ["has", "had", "had", "having"]}})  # fmt: skip  # noqa: E501  # one table
    assert {form: word.say for form, word in words.items()} == {
        "undergo": "have",
        "undergoes": "has",
        "underwent": "had",
        "undergone": "had",
        "undergoing": "having",
    }
