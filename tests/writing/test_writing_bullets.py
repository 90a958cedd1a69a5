"""Lists on the page as sentences: each point said, with a beginning it can be heard with."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers, writing
from narration.writing import writer
from narration.writing.page_lists import bullets

LISTS = [
    (
        ["At each spell, sit down and note:", "the time on the kitchen clock", "what you ate", "whether it woke you"],
        [
            "At each spell, sit down and note the time on the kitchen clock.",
            "Also note what you ate.",
            "Also note whether it woke you.",
        ],
        [(0, 1), (0, 2), (0, 3)],
    ),
    (
        [
            "Next, you sit in a booth with a nurse who will:",
            "read your answers back to you",
            "weigh you in your socks, and then once more in a gown",
        ],
        [
            "Next, you sit in a booth with a nurse who will read your answers back to you.",
            "The nurse will also weigh you in your socks, and then once more in a gown.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        [
            "You need a nurse who can:",
            "come to the house on both of the mornings",
            "speak Welsh with your mother and her sister",
        ],
        [
            "You need a nurse who can come to the house on both of the mornings.",
            "You also need a nurse who can speak Welsh with your mother and her sister.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        [
            "Don't:",
            "rub, scratch, or wet the spot until it has quite healed",
            "run for the bus, prune the roses, move heavy pots",
        ],
        [
            "Don't rub, scratch, or wet the spot until it has quite healed.",
            "Also don't run for the bus, prune the roses, or move heavy pots.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["Be sure to tell us about:", "a burst eardrum, now or long ago", "a cold that has settled on the chest"],
        [
            "Be sure to tell us about a burst eardrum, now or long ago.",
            "Also tell us about a cold that has settled on the chest.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        [
            "I should be grateful if you would ring my desk if you:",
            "take heparin or anything else of its kind",
            "have had a heavy nosebleed in the past month",
        ],
        [
            "I should be grateful if you would ring my desk if you take heparin or anything else of its kind.",
            "Please do the same if you have had a heavy nosebleed in the past month.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["You get a locker and a gown, and a helper will:", "check your name and shoes", "show you where the lift is"],
        [
            "You get a locker and a gown.",
            "A helper will check your name and shoes.",
            "The helper will also show you where the lift is.",
        ],
        [(0,), (0, 1), (0, 2)],
    ),
    (
        ["Most people sleep well after it, but you may not:", "night 1: broken sleep", "night 2: better"],
        ["Most people sleep well after it, but you may not.", "Night 1: broken sleep.", "Night 2: better."],
        [(0,), (1,), (2,)],
    ),
    (
        ["Ring the ward if:", "the spot where the clip was is turning hot and dark", "you come out in spots"],
        [
            "Ring the ward if the spot where the clip was is turning hot and dark.",
            "Also ring the ward if you come out in spots.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        [
            "Call 01632 960222, or at night the line at 01632 960333, for:",
            "a cough that has not gone by now",
            "a burning feeling right behind the breastbone",
        ],
        [
            "Call 01632 960222, or at night the line at 01632 960333, for a cough that has not gone by now.",
            "Do the same for a burning feeling right behind the breastbone.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["You may worry that you can't breathe.", "You can.", "The tight feeling goes within the hour."],
        ["You may worry that you can't breathe.", "You can.", "The tight feeling goes within the hour."],
        [(0,), (1,), (2,)],
    ),
    (
        [
            "For the first ten days wear the splint in bed, and:",
            "do not bend the wrist",
            "keep it dry",
            "no racket games",
        ],
        [
            "For the first ten days wear the splint in bed.",
            "For the first ten days, do not bend the wrist.",
            "For the first ten days, keep it dry.",
            "For the first ten days, no racket games.",
        ],
        [(0,), (0, 1), (0, 2), (0, 3)],
    ),
    (
        ["Leave the clip in place, and:", "do not pull at it", "ring us if it comes off"],
        ["Leave the clip in place.", "Do not pull at it.", "Ring us if it comes off."],
        [(0,), (0, 1), (0, 2)],
    ),
    (
        [
            "The chalk drink can clog the gut, so for the next three days:",
            "drink two more jugs of water",
            "eat prunes",
            "expect pale stools for 2 days",
        ],
        [
            "The chalk drink can clog the gut.",
            "So for the next three days, drink two more jugs of water.",
            "For the next three days, eat prunes.",
            "Expect pale stools for 2 days.",
        ],
        [(0,), (0, 1), (0, 2), (0, 3)],
    ),
    (
        ["Put out by the sofa:", "a footstool, since the leg must be up", "loose trousers", "tissues, charger"],
        [
            "Put out by the sofa: a footstool, since the leg must be up.",
            "Also put out by the sofa: loose trousers.",
            "Also put out by the sofa: tissues, charger.",
        ],
        [(0, 1), (0, 2), (0, 3)],
    ),
    (
        [
            "Everything you use on your scalp, with its label:",
            "shampoo, wax, oil, dye",
            "combs and brushes for the hair",
        ],
        [
            "Everything you use on your scalp, with its label: shampoo, wax, oil, and dye.",
            "Combs and brushes for the hair.",
        ],
        [(0, 1), (2,)],
    ),
    (
        [
            "Ring us if you have:",
            "a rash on the chest, or being sick all night",
            "getting up far more often than before",
            "trouble hearing, or feeling with the hand",
        ],
        [
            "Ring us if you have a rash on the chest, or are being sick all night.",
            "Also ring us if you are getting up far more often than before.",
            "Also ring us if you have trouble hearing, or feeling with the hand.",
        ],
        [(0, 1), (0, 2), (0, 3)],
    ),
    (
        [
            "Please tell us beforehand if:",
            "you take aspirin;",
            "anyone in the family, even a cousin, has a bleeding disorder.",
        ],
        [
            "Please tell us beforehand if you take aspirin.",
            "Please also tell us beforehand if anyone in the family, even a cousin, has a bleeding disorder.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        [
            "Less often there can be:",
            "becoming allergic to one of the substances",
            "feeling tired",
            "a flare of your eczema",
        ],
        [
            "Less often you can become allergic to one of the substances.",
            "Less often you can feel tired.",
            "Less often there can be a flare of your eczema.",
        ],
        [(0, 1), (0, 2), (0, 3)],
    ),
    (
        [
            "Ring us if:",
            "the dressing soaks through in spite of very firm pressure",
            "the flu comes with a high fever",
            "the flu",
        ],
        [
            "Ring us if the dressing soaks through in spite of very firm pressure.",
            "Also ring us if the flu comes with a high fever.",
            "Also ring us if you have the flu.",
        ],
        [(0, 1), (0, 2), (0, 3)],
    ),
    (
        [
            "Usual tablets are:",
            "a water tablet, which you take with your breakfast",
            "vitamins with iron that were prescribed for you",
        ],
        [
            "Usual tablets are these.",
            "One is a water tablet, which you take with your breakfast.",
            "Others are vitamins with iron that were prescribed for you.",
        ],
        [(0,), (0, 1), (0, 2)],
    ),
    (
        [
            "Usual tablets are:",
            "vitamins with iron that were prescribed for you",
            "a water tablet, which you take with your breakfast",
        ],
        [
            "Usual tablets are vitamins with iron that were prescribed for you.",
            "Another is a water tablet, which you take with your breakfast.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["Food and drink: No food for 6 hours; clear fluids are fine until 2 hours before."],
        ["Food and drink: No food for 6 hours; clear fluids are fine until 2 hours before."],
        [(0,)],
    ),
    (
        ["Food and drink: no food for 6 hours; clear fluids are fine until 2 hours before."],
        ["Food and drink: no food for 6 hours; clear fluids are fine until 2 hours before."],
        [(0,)],
    ),
    (
        ["Rest and take: Paracetamol as you need it; your own tablets are fine."],
        ["Rest and take: Paracetamol as you need it; your own tablets are fine."],
        [(0,)],
    ),
    (
        ["Tell us as soon as it begins: pain, sweating, yawning."],
        ["Tell us as soon as it begins: pain, sweating, yawning."],
        [(0,)],
    ),
    (
        ["You should:", "have a shower", "remove any false nails.", "You may drink."],
        ["You should have a shower and remove any false nails.", "You may drink."],
        [(0, 1, 2), (3,)],
    ),
    (
        ["Please bring the following items with you:", "all your medicines;", "a book; and", "your letter."],
        ["Please bring all your medicines and a book.", "Also bring your letter."],
        [(0, 1, 2), (0, 3)],
    ),
    (
        ["Call us if you have:", "a fever", "pain, or swelling, in one leg"],
        ["Call us if you have a fever.", "Also call us if you have pain, or swelling, in one leg."],
        [(0, 1), (0, 2)],
    ),
    (
        [
            "Do:",
            "wear sunglasses outside the house for the first week",
            "rest, and sleep",
            "use your drops each day as you were told",
        ],
        [
            "Do wear sunglasses outside the house for the first week.",
            "Also rest, and sleep.",
            "Also use your drops each day as you were told.",
        ],
        [(0, 1), (0, 2), (0, 3)],
    ),
    (
        [
            "You should, however:",
            "tell us about any change in your medicines before the day",
            "avoid coffee, tea and cola",
        ],
        [
            "You should, however, tell us about any change in your medicines before the day.",
            "You should also avoid coffee, tea and cola.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        [
            "See your GP or go to A&E if:",
            "you cannot pass urine for more than six hours",
            "you see many blood clots or a lot of fresh red blood",
        ],
        [
            "See your GP or go to A&E if you cannot pass urine for more than six hours.",
            "Do the same if you see many blood clots or a lot of fresh red blood.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["You should avoid the following:", "running: this strains the knee", "baths: showers are fine"],
        ["You should avoid running: this strains the knee.", "You should avoid baths: showers are fine."],
        [(0, 1), (0, 2)],
    ),
    (
        [
            "During the test one or more of the following may be done:",
            "washings: salt water is used",
            "a biopsy: a bit is cut",
        ],
        [
            "During the test one or more of the following may be done.",
            "Washings: salt water is used.",
            "A biopsy: a bit is cut.",
        ],
        [(0,), (1,), (2,)],
    ),
    (
        ["Until this has stopped:", "use pads", "avoid sex"],
        ["Until this has stopped, use pads.", "Until this has stopped, avoid sex."],
        [(0, 1), (0, 2)],
    ),
    (
        ["If you need dye,", "Occasionally, e.g. where pictures are dark, it is injected."],
        ["If you need dye: occasionally, e.g. where pictures are dark, it is injected."],
        [(0, 1)],
    ),
    (
        ["Call us if:", "the dressing soaks through", "a rash that spreads"],
        ["Call us if the dressing soaks through.", "Also call us if you have a rash that spreads."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Call us if you have:", "bleeding soaks through a pad", "a fever"],
        ["Call us if bleeding soaks through a pad.", "Also call us if you have a fever."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Do not:", "drive", "drink alcohol", "sign papers"],
        ["Do not drive, drink alcohol, or sign papers."],
        [(0, 1, 2, 3)],
    ),
    (
        ["For the first 6 weeks you should not:", "cross your legs", "use low chairs"],
        ["For the first 6 weeks you should not cross your legs or use low chairs."],
        [(0, 1, 2)],
    ),
    (
        ["There are some risks:", "bleeding", "infection", "a scar"],
        ["There are some risks.", "These are bleeding and infection.", "Another is a scar."],
        [(0,), (0, 1, 2), (0, 3)],
    ),
    (
        ["Seek advice if you have: a fever that lasts; a rash; or pain in one leg."],
        ["Seek advice if you have a fever that lasts or a rash.", "Also seek advice if you have pain in one leg."],
        [(0,), (0,)],
    ),
    (
        ["Where it goes: the left arm."],
        ["Where it goes: the left arm."],
        [(0,)],
    ),
    (
        ["They may include: nausea and a dry mouth."],
        ["They may include nausea and a dry mouth."],
        [(0,)],
    ),
    (
        ["It goes like this:", "you lie down", "we start the scan"],
        ["It goes like this.", "You lie down.", "We start the scan."],
        [(0,), (1,), (2,)],
    ),
    (
        ["Here is what it is like:", "You lie down.", "We start."],
        ["Here is what it is like:", "You lie down.", "We start."],
        [(0,), (1,), (2,)],
    ),
    (
        ["Ring us if your baby:", "will not feed", "is very sleepy or limp"],
        ["Ring us if your baby will not feed.", "Also ring us if your baby is very sleepy or limp."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Ring us if:", "pus is coming from the cut", "a sudden rash", "fever, chills, vomiting – ring 999"],
        [
            "Ring us if pus is coming from the cut.",
            "Also ring us if you have a sudden rash.",
            "If you have fever, chills, or vomiting, ring 999.",
        ],
        [(0, 1), (0, 2), (0, 3)],
    ),
    (
        ["Ring us if your child:", "will not drink at all", "is limp or pale — in this case don't ring us, ring 999"],
        ["Ring us if your child will not drink at all.", "If your child is limp or pale, don't ring us, ring 999."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Restart: The next day"],
        ["Restart: The next day"],
        [(0,)],
    ),
    (
        ["Tell us if you have:", "a rash that is made worse by the sun", "a hot, red, sore arm"],
        [
            "Tell us if you have a rash that is made worse by the sun.",
            "Also tell us if you have a hot, red, sore arm.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["Your risk is higher if you:", "smoke or are overweight", "have had a clot"],
        ["Your risk is higher if you smoke or are overweight.", "It is also higher if you have had a clot."],
        [(0, 1), (0, 2)],
    ),
    (
        ["You can go home when:", "you are awake", "you have had a drink", "your pain is mild"],
        ["You can go home when you are awake, you have had a drink, and your pain is mild."],
        [(0, 1, 2, 3)],
    ),
    (
        ["Have the following ready:", "your card", "a list of your tablets"],
        ["Have ready your card and a list of your tablets."],
        [(0, 1, 2)],
    ),
    (
        ["What to bring:", "your glasses", "a gown", "a book, slippers, something to eat"],
        ["Bring your glasses and a gown.", "Also bring a book, slippers, and something to eat."],
        [(0, 1, 2), (0, 3)],
    ),
    (
        ["Less commonly:", "a stiff neck", "a short fever"],
        ["Less commonly: a stiff neck and a short fever."],
        [(0, 1, 2)],
    ),
    (
        ["Your bladder must be full, so:", "drink a pint of water an hour before", "do not go to the toilet"],
        ["Your bladder must be full, so drink a pint of water an hour before.", "Do not go to the toilet."],
        [(0, 1), (2,)],
    ),
    (
        ["To help it heal:", "keep it dry", "do not smoke"],
        ["To help it heal, keep it dry.", "Do not smoke."],
        [(0, 1), (2,)],
    ),
    (
        ["He has ticked one of the following:", "a short scan", "a long scan (you lie still for an hour)"],
        [
            "He has ticked one of these.",
            "One is a short scan.",
            "Another is a long scan, in which case you lie still for an hour.",
        ],
        [(0,), (0, 1), (0, 2)],
    ),
    (
        ["Tell us if you have one of the following:", "a rash", "a cough, or a cold"],
        ["Tell us if you have a rash.", "Also tell us if you have a cough, or a cold."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Go on with your tablets, including:", "metformin or gliclazide, and the like", "warfarin – but tell us"],
        [
            "Go on with your tablets, including metformin or gliclazide, and the like.",
            "This also includes warfarin – but tell us.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["OK to drink:", "water, black tea, and juice", "clear soup, or broth"],
        ["It is OK to drink water, black tea, and juice.", "It is also OK to drink clear soup, or broth."],
        [(0, 1), (0, 2)],
    ),
    (
        [
            "Do not eat:",
            "bread, rice, pasta, oats, rye or anything made of them",
            "milk, cheese, cream, or butter of any kind",
        ],
        [
            "Do not eat bread, rice, pasta, oats, rye or anything made of them.",
            "Also do not have milk, cheese, cream, or butter of any kind.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["Your visit is on:", "Date: 3 June", "Time: 9 am", "Place: Ward 6"],
        ["Your visit is on this date: 3 June.", "Time: 9 am.", "Place: Ward 6."],
        [(0, 1), (2,), (3,)],
    ),
    (
        ["Your visit is:", "Date: 3 June", "Place: Ward 6"],
        ["Your visit is this.", "Date: 3 June.", "Place: Ward 6."],
        [(0,), (1,), (2,)],
    ),
    (
        ["We stop some of these:", "iron: 7 days before", "aspirin: 5 days before; naproxen (or the like): 3 days"],
        [
            "We stop some of these.",
            "Iron: 7 days before.",
            "Aspirin: 5 days before.",
            "Naproxen (or the like): 3 days.",
        ],
        [(0,), (1,), (2,), (2,)],
    ),
    (
        ["We follow the national rules, and so:", "iron: stop it; zinc: go on", "metformin is missed"],
        ["We follow the national rules, and so: iron: stop it.", "Zinc: go on.", "Metformin is missed."],
        [(0, 1), (1,), (2,)],
    ),
    (
        [
            "Some vaccines can be given:",
            "live ones – leave 4 weeks before and after",
            "flu and tetanus – no need to wait",
        ],
        [
            "Some vaccines can be given.",
            "Live ones: leave 4 weeks before and after.",
            "Flu and tetanus: no need to wait.",
        ],
        [(0,), (1,), (2,)],
    ),
    (
        ["Bring what you put on your skin:", "creams, soap, oils — a little of each", "gloves or shoes, for work"],
        [
            "Bring what you put on your skin.",
            "These are creams, soap, oils — a little of each.",
            "Others are gloves or shoes, for work.",
        ],
        [(0,), (0, 1), (0, 2)],
    ),
    (
        ["CALL US IF:", "The swelling is worse; you feel hot (over 38°C; take it twice); or numbness hasn't gone."],
        [
            "Call us if the swelling is worse.",
            "Also call us if you feel hot (over 38°C; take it twice).",
            "Also call us if numbness hasn't gone.",
        ],
        [(0, 1), (0, 1), (0, 1)],
    ),
    (
        [
            "Kindly ring us if any of the following apply to you:",
            "a new valve, or a joint put in lately (we may wait)",
            "you have a cold",
        ],
        [
            "Kindly ring us if you have a new valve, or a joint put in lately (we may wait).",
            "Kindly also ring us if you have a cold.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["As a guide, the score is:", "mild: 5 to 9", "severe: 10 or more"],
        ["As a guide, the score is 5 to 9 for mild.", "It is 10 or more for severe."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Do none of these things for a day:", "drive", "sign papers"],
        ["Do none of these things for a day: drive or sign papers."],
        [(0, 1, 2)],
    ),
    (
        ["Do not, until the clips are out:", "swim", "lift heavy bags"],
        ["Until the clips are out, do not swim or lift heavy bags."],
        [(0, 1, 2)],
    ),
    (
        ["If you have sedation you must not, for a day:", "drive, or ride a bike", "drink beer"],
        [
            "If you have sedation you must not, for a day, drive, or ride a bike.",
            "If you have sedation you must not, for a day, drink beer.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["We may not go on if:", "you have a cold, or a cough", "you are alone"],
        ["We may not go on if you have a cold, or a cough.", "We may not go on if you are alone."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Do not ride until:", "you can stop safely", "you are off strong pills"],
        ["Do not ride until you can stop safely and you are off strong pills."],
        [(0, 1, 2)],
    ),
    (
        ["You can leave once:", "you have had a drink", "you feel well"],
        ["You can leave once you have had a drink and you feel well."],
        [(0, 1, 2)],
    ),
    (
        ["You will not need to stop:", "statins", "iron"],
        ["You will not need to stop statins or iron."],
        [(0, 1, 2)],
    ),
    (
        ["You do not need to:", "fast", "stop your tablets, including aspirin"],
        ["You do not need to fast.", "You do not need to stop your tablets, including aspirin."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Never:", "poke your ear", "fly with a cold"],
        ["Never poke your ear or fly with a cold."],
        [(0, 1, 2)],
    ),
    (
        ["The doctor will either:", "close it", "leave it open"],
        ["The doctor will either close it or leave it open."],
        [(0, 1, 2)],
    ),
    (
        ["What happens at each visit:", "first visit: blood", "second visit: scan"],
        ["What happens at each visit.", "First visit: blood.", "Second visit: scan."],
        [(0,), (1,), (2,)],
    ),
    (
        ["You will be given:", "a shield for your eye", "drops, for a month"],
        ["You will be given a shield for your eye.", "You will also be given drops, for a month."],
        [(0, 1), (0, 2)],
    ),
    (
        ["It is not for people who:", "are pregnant", "have one kidney"],
        ["It is not for people who are pregnant or have one kidney."],
        [(0, 1, 2)],
    ),
    (
        ["Some people get:", "a sore throat, for a day", "a chipped tooth"],
        ["Some people get a sore throat, for a day.", "Some people also get a chipped tooth."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Most people:", "go home at once", "need no pills"],
        ["Most people go home at once and need no pills."],
        [(0, 1, 2)],
    ),
    (
        ["Tablets to stop, and when:", "iron: a week before", "zinc: a day before"],
        ["Tablets to stop, and when.", "Iron: a week before.", "Zinc: a day before."],
        [(0,), (1,), (2,)],
    ),
    (
        ["Foods to avoid:", "nuts", "brown bread, or rye"],
        ["Avoid nuts, or brown bread, or rye."],
        [(0, 1, 2)],
    ),
    (
        ["Ring us if within the first week:", "your leg swells", "you feel faint, or sick"],
        [
            "Ring us if within the first week, your leg swells.",
            "Also ring us if within the first week, you feel faint, or sick.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["Call 999 if:", "you have chest pain; do not drive yourself", "you faint"],
        ["Call 999 if you have chest pain; do not drive yourself.", "Call 999 if you faint."],
        [(0, 1), (0, 2)],
    ),
    (
        ["It can happen because:", "the tube has moved", "the bag is full"],
        ["It can happen because the tube has moved or the bag is full."],
        [(0, 1, 2)],
    ),
    (
        ["The day before, do the following:", "find a lift home", "buy some pills"],
        ["The day before, do this.", "Find a lift home.", "Buy some pills."],
        [(0,), (1,), (2,)],
    ),
    (
        ["Side effects can be:", "tiredness", "hot flushes"],
        ["Side effects can be tiredness and hot flushes."],
        [(0, 1, 2)],
    ),
    (
        ["Go back to things as follows:", "driving: 24 hours", "work: 2 days"],
        ["Go back to things as follows.", "Driving: 24 hours.", "Work: 2 days."],
        [(0,), (1,), (2,)],
    ),
    (
        ["Please bring:", "your letter", "no valuables", "reading glasses"],
        ["Please bring your letter.", "No valuables.", "Also bring reading glasses."],
        [(0, 1), (2,), (0, 3)],
    ),
    (
        ["After the test, take:", "no more than 8 tablets a day", "plenty of water"],
        ["After the test, take no more than 8 tablets a day.", "Take plenty of water."],
        [(0, 1), (0, 2)],
    ),
    (
        ["Two samples are usually taken:", "Aspirate – a drop of marrow (5–10 ml)", "Core – bone, 1.5–2 cm long"],
        [
            "Two samples are usually taken.",
            "Aspirate: a drop of marrow (5–10 ml).",
            "Core: bone, 1.5–2 cm long.",
        ],
        [(0,), (1,), (2,)],
    ),
    (
        [
            "Ring 01632 960 140, or at weekends the ward on 01632 960 150, for:",
            "a wound that bleeds and is wet",
            "a fever",
        ],
        [
            "Ring 01632 960 140, or at weekends the ward on 01632 960 150, for a wound that bleeds and is wet.",
            "Do the same for a fever.",
        ],
        [(0, 1), (0, 2)],
    ),
    (
        ["Phone 01632 960 140 or come to the ward if:", "your fingers turn blue and stay so", "the cast cracks"],
        [
            "Phone 01632 960 140 or come to the ward if your fingers turn blue and stay so.",
            "Do the same if the cast cracks.",
        ],
        [(0, 1), (0, 2)],
    ),
]


@pytest.mark.parametrize(("texts", "said", "places"), LISTS)
def test_a_list_is_said(texts: list[str], said: list[str], places: list[tuple[int, ...]]) -> None:
    made = bullets.joined(texts, writer.vocabulary("en"))
    assert [item.text for item in made] == said
    assert [item.places for item in made] == places


MARKED = [
    (
        "en",
        "",
        [
            ("Step 1 – Tell us if any of these apply", 0),
            ("You have an artificial eye", 1),
            ("Your hearing is poor, even with your hearing aids", 2),
            ("Bring your glasses.", 0),
        ],
        [
            "Step 1 – Tell us if you have an artificial eye.",
            "Also tell us if your hearing is poor, even with your hearing aids.",
            "Bring your glasses.",
        ],
    ),
    (
        "en",
        "",
        [
            ("Ring us if any of the following apply to you.", 0),
            ("You feel faint at night, or fall.", 1),
            ("You are sick.", 2),
        ],
        ["Ring us if you feel faint at night, or fall.", "Also ring us if you are sick."],
    ),
    (
        "en",
        "Please tell us if any of these apply",
        [
            ("You have a false eye that cannot be taken out", 1),
            ("Your hearing is poor, even with your hearing aids", 2),
        ],
        [
            "Tell us if you have a false eye that cannot be taken out.",
            "Also tell us if your hearing is poor, even with your hearing aids.",
        ],
    ),
    (
        "en",
        "",
        [
            ("Call us if any of these apply to you:", 0),
            ("You have kidney disease.", 1),
            ("We may need a blood test.", 1),
            ("You take metformin.", 2),
        ],
        [
            "Call us if you have kidney disease.",
            "We may need a blood test.",
            "Also call us if you take metformin.",
        ],
    ),
    (
        "en",
        "",
        [
            ("Ring us on 01632 960 587 (24 hours) if, in the two weeks after it:", 0),
            ("you bleed, or it hurts", 1),
            ("your sight gets worse, not better", 2),
        ],
        [
            "Ring us on 01632 960 587 (24 hours) if, in the two weeks after it, you bleed, or it hurts.",
            "Also ring us if, in the two weeks after it, your sight gets worse, not better.",
        ],
    ),
    (
        "en",
        "",
        [
            ("You should not have this test if you:", 0),
            ("are pregnant, or may be", 1),
            ("have a pacemaker, or a shunt", 2),
        ],
        [
            "You should not have this test if you are pregnant, or may be.",
            "You should not have this test if you have a pacemaker, or a shunt.",
        ],
    ),
    (
        "en",
        "",
        [("It takes:", 0), ("knee: 15 minutes", 1), ("hip: 20 minutes", 2)],
        ["It takes 15 minutes for knee.", "It also takes 20 minutes for hip."],
    ),
    (
        "en",
        "",
        [("In the week before:", 0), ("Stop the cream.", 1), ("Drink plenty.", 2), ("Do not shave.", 3)],
        ["Now, in the week before.", "Stop the cream.", "Drink plenty.", "Do not shave."],
    ),
    (
        "en",
        "",
        [
            ("It is best to wear a loose top, and to bring:", 0),
            ("a list of your pills", 1),
            ("a book or a game", 2),
            ("a drink", 3),
        ],
        [
            "It is best to wear a loose top.",
            "It is also best to bring a list of your pills.",
            "It is also best to bring a book or a game.",
            "It is also best to bring a drink.",
        ],
    ),
    (
        "en",
        "",
        [
            ("She puts on a dozen pads:", 0),
            ("chin and brow, for your sleep", 1),
            ("chest, for your heart", 2),
            ("both shins, for your legs", 3),
        ],
        [
            "She puts on a dozen pads.",
            "Chin and brow, for your sleep.",
            "Chest, for your heart.",
            "Both shins, for your legs.",
        ],
    ),
    (
        "en",
        "",
        [("Go shopping:", 0), ("2 bags of peas, or gel packs", 1), ("gauze pads", 2), ("loose shorts", 3)],
        ["Go shopping: 2 bags of peas, or gel packs.", "Also go shopping: gauze pads and loose shorts."],
    ),
    (
        "en",
        "",
        [
            ("Depending on what we see, the doctor may:", 0),
            ("take a photo", 1),
            ("wash the lung", 2),
            ("treat a narrow place", 3),
        ],
        [
            "Depending on what we see, the doctor may take a photo and wash the lung.",
            "The doctor may also treat a narrow place.",
        ],
    ),
    (
        "en",
        "",
        [
            ("Ring the ward if:", 0),
            ("thin fluid or pus is coming from the cut", 1),
            ("redness or warmth is spreading", 2),
            ("pain or swelling that is getting worse", 3),
        ],
        [
            "Ring the ward if thin fluid or pus is coming from the cut.",
            "Also ring the ward if redness or warmth is spreading.",
            "Also ring the ward if you have pain or swelling that is getting worse.",
        ],
    ),
    (
        "en",
        "",
        [("Unless we have said otherwise, stop:", 0), ("Aspirin: stop this long before: 5 days.", 1)],
        ["Unless we have said otherwise, stop aspirin this long before: 5 days."],
    ),
    (
        "en",
        "",
        [("The benefits are:", 0), ("It shows how you breathe.", 1), ("It is painless.", 2)],
        ["The benefits are these.", "It shows how you breathe.", "It is painless."],
    ),
    (
        "en",
        "",
        [("If you feel unwell:", 0), ("Sit down.", 1), ("Call us.", 2)],
        ["If you feel unwell, sit down.", "If you feel unwell, call us."],
    ),
    (
        "en",
        "What to bring",
        [("Your glasses.", 1), ("A list of your tablets.", 2)],
        ["Bring your glasses and a list of your tablets."],
    ),
    (
        "en",
        "What should I bring?",
        [("What should I bring:", 0), ("Your glasses", 1), ("A list of your tablets, and a pen", 2)],
        ["Bring your glasses.", "Also bring a list of your tablets, and a pen."],
    ),
    ("en", "When to call us", [("you have a fever, or chills", 1)], ["Call us if you have a fever, or chills."]),
    (
        "en",
        "",
        [("Then:", 0), ("We wash your back.", 1), ("It stings.", 1)],
        ["Then, we wash your back.", "It stings."],
    ),
    ("en", "", [("Call us if:", 0), ("You have a fever.", 0)], ["Call us if you have a fever."]),
    (
        "en",
        "",
        [("Reasons to ring the ward:", 0), ("you have a fever", 1), ("you bleed", 2)],
        ["Reasons to ring the ward: you have a fever or you bleed."],
    ),
    (
        "en",
        "",
        [("Tell us if you:", 0), ("take:", 1), ("aspirin, or the like", 2), ("an inhaler, or two", 3), ("smoke", 4)],
        [
            "Tell us if you take aspirin, or the like.",
            "Also tell us if you take an inhaler, or two.",
            "Also tell us if you smoke.",
        ],
    ),
    (
        "es",
        "",
        [("Avísenos si…", 0), ("está embarazada, o lo cree", 1), ("tuvo alguna vez una reacción", 2)],
        ["Avísenos si está embarazada, o lo cree.", "Avísenos también si tuvo alguna vez una reacción."],
    ),
    (
        "es",
        "",
        [("Acuda con los siguientes documentos:", 0), ("Volante y tarjeta.", 1), ("Consentimiento firmado.", 2)],
        ["Acuda con volante y tarjeta.", "Acuda también con consentimiento firmado."],
    ),
    (
        "en",
        "",
        [("Call 555-0142 (at night: 555-0100) for", 0), ("belly pain", 1), ("a fever over 100.4 °F", 2)],
        ["Call 555-0142 (at night: 555-0100) for belly pain or a fever over 100.4 °F."],
    ),
    (
        "es",
        "",
        [("Avísenos si:", 0), ("pierde fuerza en la mano.", 1), ("Falta de aire.", 2), ("Fiebre.", 3)],
        ["Avísenos si pierde fuerza en la mano.", "Avísenos también si hay falta de aire o fiebre."],
    ),
]
DEEP = {"aspirin, or the like": 2, "an inhaler, or two": 2}


@pytest.mark.parametrize(("tag", "heading", "rows", "said"), MARKED)
def test_no_point_loses_its_condition(tag: str, heading: str, rows: list[tuple[str, int]], said: list[str]) -> None:
    marks = [(item, DEEP.get(text, 1) if item else 0) for text, item in rows]
    made = bullets.joined([text for text, _ in rows], writer.vocabulary(tag), marks, heading)
    assert [item.text for item in made] == said
    assert {place for item in made for place in item.places} == set(range(len(rows)))


def test_what_breaks_off_with_nothing_after_it_is_not_said() -> None:
    assert bullets.joined(["You may rest.", "Call us if:"], writer.vocabulary("en")) == [("You may rest.", (0,))]


# A Spanish beginning, its points, and how they are said.
SPANISH = [
    (
        [
            "Cada vez que te ahogues, para y apunta:",
            "la hora (mírala en el móvil)",
            "qué hacías",
            "cuánto tardó en irse",
        ],
        [
            "Cada vez que te ahogues, para y apunta la hora (mírala en el móvil).",
            "Apunta también qué hacías.",
            "Apunta también cuánto tardó en irse.",
        ],
    ),
    (
        ["Con cada equipo, la sesión dura:", "el grande: unos 12 minutos", "el pequeño: casi media hora, con pausas"],
        [
            "Con cada equipo, la sesión dura lo siguiente.",
            "El grande: unos 12 minutos.",
            "El pequeño: casi media hora, con pausas.",
        ],
    ),
    (
        ["Luego subes con un técnico que:", "te enseña el túnel por dentro y por fuera", "te tapa los oídos con cera"],
        [
            "Luego subes con un técnico que te enseña el túnel por dentro y por fuera.",
            "El técnico también te tapa los oídos con cera.",
        ],
    ),
    # Quién lo hace se nombra en el comienzo: sin coma ante su verbo.
    (
        ["Después, la dentista:", "lo sienta en el sillón", "limpia la encía", "pone el molde"],
        ["Después, la dentista lo sienta en el sillón.", "Limpia la encía.", "Pone el molde."],
    ),
    # «Para estas molestias» no se repite con cada cosa; lo que no hay que esperar se dice una vez.
    (
        ["Para estas molestias:", "gárgaras con agua y sal 3 veces al día", "no hablar alto", "evitar el humo"],
        ["Para estas molestias: gárgaras con agua y sal 3 veces al día, no hablar alto, y evitar el humo."],
    ),
    (
        ["Se debe informar al personal si existe:", "alergia al yodo", "asma que no cede", "embarazo"],
        [
            "Se debe informar al personal si existe alergia al yodo o asma que no cede.",
            "Se debe informar también si existe embarazo.",
        ],
    ),
    (
        ["Vuelva a la clínica de inmediato, no espere a mañana, si:", "sangra", "tiene fiebre alta", "se marea"],
        [
            "Vuelva a la clínica de inmediato, no espere a mañana, si sangra o tiene fiebre alta.",
            "Vuelva también a la clínica de inmediato si se marea.",
        ],
    ),
    (
        ["Llame a la línea, 900 000 333 (24 h), si presenta:", "tos con sangre", "dolor que sube", "mareo fuerte"],
        [
            "Llame a la línea, 900 000 333 (24 h), si presenta tos con sangre o dolor que sube.",
            "Llame también a la línea si presenta mareo fuerte.",
        ],
    ),
    (
        [
            "Llame a la sala (600 000 444, lun. a vie. de 9 a 14) si:",
            "tiene 39 °C o más",
            "la gasa está mojada",
            "no come",
        ],
        [
            "Llame a la sala (600 000 444, lun. a vie. de 9 a 14) si tiene 39 °C o más.",
            "Llame también a la sala si la gasa está mojada.",
            "Llame también a la sala si no come.",
        ],
    ),
    (
        ["Trae contigo:", "tu credencial", "tus estudios", "a un adulto, que maneje"],
        ["Trae contigo tu credencial y tus estudios.", "Trae también contigo a un adulto, que maneje."],
    ),
    (
        ["Le indicarán:", "guardar reposo", "tomar líquidos", "no manejar por un día"],
        ["Le indicarán guardar reposo y tomar líquidos.", "También le indicarán no manejar por un día."],
    ),
    (
        ["Preséntese con los siguientes documentos:", "identificación", "venir acompañado", "no traer joyas"],
        ["Preséntese con los siguientes documentos: identificación, venir acompañado y no traer joyas."],
    ),
    (
        ["Los riesgos son:", "infección", "sangrado, que es raro", "rotura, que es muy rara"],
        ["Los riesgos son infección.", "Otro es sangrado, que es raro.", "Otro es rotura, que es muy rara."],
    ),
    (["En casa:", "reposo", "dieta blanda", "hielo"], ["En casa: reposo, dieta blanda y hielo."]),
    (
        ["El día de la prueba:", "venga en ayunas", "no se maquille"],
        ["El día de la prueba, venga en ayunas.", "No se maquille."],
    ),
    (
        ["En cuanto a las pastillas, siga la tabla siguiente:", "Sintrom: 3 días antes", "no se deja: la insulina"],
        ["En cuanto a las pastillas, siga la tabla siguiente.", "Sintrom: 3 días antes.", "No se deja: la insulina."],
    ),
    (["Recuerde:", "no conduzca ese día", "beba agua"], ["Recuerde: no conduzca ese día.", "Beba agua."]),
    (
        ["Si toma:", "Sintrom, avise antes", "insulina, traiga su pluma"],
        ["Si toma Sintrom, avise antes.", "Si toma insulina, traiga su pluma."],
    ),
    (
        ["Llame si presenta:", "fiebre, o tos", "si no puede orinar"],
        ["Llame si presenta fiebre, o tos.", "Llame también si no puede orinar."],
    ),
    (["Acuda ante:", "fiebre alta", "dolor fuerte"], ["Acuda ante fiebre alta o dolor fuerte."]),
    (["Siga los siguientes pasos:", "lavarse", "vestirse"], ["Siga los siguientes pasos: lavarse y vestirse."]),
    (["Ayuno:", "8 horas para comida", "2 horas para agua"], ["Ayuno: 8 horas para comida y 2 horas para agua."]),
    (["Es importante:", "no fumar", "beber agua"], ["Es importante no fumar.", "También es importante beber agua."]),
    (
        ["Traiga:", "su informe, y el DNI", "si tiene seguro, la póliza"],
        ["Traiga su informe, y el DNI.", "Si tiene seguro, traiga también la póliza."],
    ),
    (
        ["Avise en los siguientes casos:", "alergia, o asma", "si toma anticoagulantes"],
        ["Avise si hay alergia, o asma.", "Avise también si toma anticoagulantes."],
    ),
    (["Puede notar:", "dolor", "hinchazón"], ["Puede notar dolor e hinchazón."]),
    (
        ["Te vamos a pedir que:", "firmes el permiso, y lo traigas", "te saques los aros"],
        [
            "Te vamos a pedir que firmes el permiso, y lo traigas.",
            "También te vamos a pedir que te saques los aros.",
        ],
    ),
    (
        [
            "Escriba la hora (por el reloj de la pared) de:",
            "cada comida, o cena",
            "la hora en que se levantó, y por qué",
        ],
        [
            "Escriba la hora (por el reloj de la pared) de cada comida, o cena.",
            "Escriba también la hora en que se levantó, y por qué.",
        ],
    ),
    (["Qué puede tomar:", "caldo sin grasa", "gelatina"], ["Qué puede tomar: caldo sin grasa y gelatina."]),
    (
        ["No use, sin preguntarnos:", "cremas", "polvos de talco"],
        ["No use, sin preguntarnos: cremas o polvos de talco."],
    ),
    (
        ["Usted podrá:", "sentarse, si quiere", "beber algo"],
        ["Usted podrá sentarse, si quiere.", "También podrá beber algo."],
    ),
    (
        ["Es normal:", "algo de tos, seca", "cansancio"],
        ["Es normal algo de tos, seca.", "También es normal que haya cansancio."],
    ),
    (
        ["Cuéntanos si:", "tienes asma, o tos", "das el pecho: no hace falta que lo dejes"],
        [
            "Cuéntanos si tienes asma, o tos.",
            "Cuéntanos también si das el pecho: no hace falta que lo dejes.",
        ],
    ),
    (
        ["Los consejos son estos:", "frío seco, por ratos", "mueve el pie, y dóblalo"],
        ["Los consejos son estos: frío seco, por ratos.", "Mueve el pie, y dóblalo."],
    ),
    (
        ["Dolor al orinar, que cede en dos días:", "un calmante, si hace falta", "si no basta, el otro"],
        ["Dolor al orinar, que cede en dos días.", "Un calmante, si hace falta.", "Si no basta, el otro."],
    ),
    (
        ["Llámanos y no vengas si:", "tienes asma, o tos", "te hacen diálisis, o la harán pronto"],
        ["Llámanos y no vengas si tienes asma, o tos.", "Haz lo mismo si te hacen diálisis, o la harán pronto."],
    ),
    (
        ["Acuda a urgencias si: tiene fiebre, le falta el aire o sangra mucho."],
        ["Acuda a urgencias si tiene fiebre, le falta el aire o sangra mucho."],
    ),
    (
        ["ACUDA A URGENCIAS SI: tiene fiebre o le falta el aire."],
        ["Acuda a urgencias si tiene fiebre o le falta el aire."],
    ),
    (
        ["Avise si nota:", "la zona que se operó se pone roja, o caliente", "el dolor que no se va o va a más"],
        [
            "Avise si la zona que se operó se pone roja, o caliente.",
            "Avise también si nota el dolor que no se va o va a más.",
        ],
    ),
    (
        ["Avise enseguida si…", "…tiene frío, temblores o se marea al ponerse de pie."],
        ["Avise enseguida si tiene frío, temblores o se marea al ponerse de pie."],
    ),
    # «Implantes» no es un verbo, aunque lo parezca.
    (
        ["Díganos al llegar si tiene:", "implantes dentales nuevos (tornillos, fundas)", "una prótesis de cadera"],
        [
            "Díganos al llegar si tiene implantes dentales nuevos (tornillos, fundas).",
            "Díganos también al llegar si tiene una prótesis de cadera.",
        ],
    ),
    # Hasta entonces vale cada cosa, y no solo la primera.
    (
        ["Hasta que le llamemos:", "no se quite la venda", "nada de baños en el mar", "beba agua"],
        [
            "Hasta que le llamemos, no se quite la venda.",
            "Hasta que le llamemos, nada de baños en el mar.",
            "Hasta que le llamemos, beba agua.",
        ],
    ),
    (
        ["Además, durante el primer mes:", "Camine cada día.", "No levante peso."],
        ["Además, durante el primer mes, camine cada día.", "Durante ese tiempo, no levante peso."],
    ),
    (
        ["Los siguientes 4 días:", "Beba un litro al día.", "No fume.", "Cámbiese de ropa antes de cenar."],
        [
            "Los siguientes 4 días, beba un litro al día.",
            "Durante ese tiempo, no fume.",
            "Cámbiese de ropa antes de cenar.",
        ],
    ),
    # Una orden entre otras de un paréntesis no quita la de su lista.
    (
        ["Avísenos si tiene:", "Tos con sangre.", "Diarrea en las primeras 4 horas (use guantes; avise a la sala)."],
        [
            "Avísenos si tiene tos con sangre.",
            "Avísenos también si tiene diarrea en las primeras 4 horas (use guantes; avise a la sala).",
        ],
    ),
    # Quien lo hace es el de antes de los puntos.
    (
        ["La enfermera:", "comprueba su nombre", "le toma la tensión"],
        ["La enfermera comprueba su nombre.", "La enfermera le toma la tensión."],
    ),
    # Lo que se pide está en los puntos.
    (
        ["Le vamos a pedir antes de la operación:", "análisis de sangre", "placa de tórax: se hace de pie"],
        ["Le vamos a pedir antes de la operación: análisis de sangre.", "Placa de tórax: se hace de pie."],
    ),
    (
        ["En casa, tenga a mano:", "gasas limpias", "un termómetro"],
        ["En casa, tenga a mano: gasas limpias y un termómetro."],
    ),
    # La hora y el sitio se dicen una vez.
    (
        [
            "Preséntese a las 7:15 en Admisión, Av. Sur 40, con:",
            "su carnet y los análisis del año",
            "una bata (limpia)",
        ],
        [
            "Preséntese a las 7:15 en Admisión, Av. Sur 40, con su carnet y los análisis del año.",
            "Preséntese también con una bata (limpia).",
        ],
    ),
    # Los números se dicen una vez, y no se quitan de su frase.
    (
        [
            "Llama al 955 010 140, o los domingos al 955 010 150, si tienes:",
            "fiebre",
            "dolor fuerte de barriga",
            "una herida roja",
        ],
        [
            "Llama al 955 010 140, o los domingos al 955 010 150, si tienes fiebre o dolor fuerte de barriga.",
            "Haz lo mismo si tienes una herida roja.",
        ],
    ),
    # Una cosa o la otra, y no las dos.
    (
        [
            "Según el resultado le pondremos:",
            "plasma de donante, 200 ml, a pasar en media hora; o bien",
            "concentrado de factores, 20 ml, a pasar en diez minutos.",
        ],
        [
            "Según el resultado le pondremos plasma de donante, 200 ml, a pasar en media hora.",
            "O según el resultado le pondremos concentrado de factores, 20 ml, a pasar en diez minutos.",
        ],
    ),
    # What is normal needs an article, a “que haya”, or a verb for several.
    (
        ["Es normal:", "voz ronca dos días", "pérdida de apetito", "las agujetas en los hombros", "el sueño ligero"],
        [
            "Es normal tener voz ronca dos días y pérdida de apetito.",
            "También son normales las agujetas en los hombros y el sueño ligero.",
        ],
    ),
    # What is never to be done there is no order to do it.
    (
        ["En ese ojo nunca:", "poner gotas frías", "lentillas de color", "apretar"],
        ["En ese ojo nunca: poner gotas frías, lentillas de color o apretar."],
    ),
    # A case that is to be told hangs on whoever is told, and is none of its own.
    (
        ["Antes de la sesión debe avisar al técnico:", "si lleva un corsé de hierro", "si ha vomitado o tiene diarrea"],
        [
            "Antes de la sesión debe avisar al técnico si lleva un corsé de hierro.",
            "Debe avisar también si ha vomitado o tiene diarrea.",
        ],
    ),
]


@pytest.mark.parametrize(("texts", "said"), SPANISH)
def test_spanish_points_fit_their_beginning(texts: list[str], said: list[str]) -> None:
    marks = [(item, 1 if item else 0) for item in range(len(texts))]
    made = bullets.joined(texts, writer.vocabulary("es"), marks)
    assert [item.text for item in made] == said
    assert {place for item in made for place in item.places} == set(range(len(texts)))


def test_alarm_signs_in_one_sentence_under_their_condition_each_keep_it() -> None:
    texts = ["Vuelve si:", "tienes 38 °C o más; vomitas dos veces; o la venda que te pusieron se mancha."]
    made = bullets.joined(texts, writer.vocabulary("es"), [(0, 0), (0, 0)])
    assert [item.text for item in made] == [
        "Vuelve si tienes 38 °C o más.",
        "Vuelve también si vomitas dos veces o la venda que te pusieron se mancha.",
    ]
    assert {place for item in made for place in item.places} == {0, 1}


def test_an_item_that_only_names_its_list_is_announced(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<h1>P</h1><h2>Antes</h2><ul><li>La piel<ul><li>No use cremas.</li><li>Lávese.</li></ul></li></ul>"
        "<h2>Luego</h2><p>Descanse.</p>",
        encoding="utf-8",
    )
    said = [say.text for say in writing.write(readers.read(page, "es")).phases[1].says]
    assert said[1:4] == ["Ahora, la piel.", "No use cremas.", "Lávese."]


DENIED_EN = """Your knee scan

Before the scan
You can eat as usual.

Going home
You can go home after the scan.

For 24 hours do not
- drive
- drink alcohol

Tell us if it hurts.
"""
DENIED_ES = """Su prueba de rodilla

Antes de la prueba
Puede comer como siempre.

De vuelta a casa
Puede irse a casa después.

Durante una semana no debe
- conducir
- levantar peso

Avísenos si duele.
"""


@pytest.mark.parametrize(
    ("page", "said", "phases"),
    [
        (DENIED_EN, "For 24 hours do not drive or drink alcohol.", ["Before the scan", "Going home"]),
        (
            DENIED_ES,
            "Durante una semana no debe conducir o levantar peso.",
            ["Antes de la prueba", "De vuelta a casa"],
        ),
    ],
)
def test_a_denial_over_a_list_needs_no_colon(page: str, said: str, phases: list[str], tmp_path: Path) -> None:
    """Taken for a heading, it left its points as orders to do what it forbids."""
    path = tmp_path / "page.txt"
    path.write_text(page, encoding="utf-8")
    source = readers.read(path)
    assert [phase.name for phase in source.phases] == phases
    assert said in [say.text for phase in writing.write(source).phases for say in phase.says]


def test_points_after_a_number_that_is_left_out_are_another_list() -> None:
    texts = ["Ring us if you:", "vomit blood", "cannot swallow", "Warfarin: none."]
    made = bullets.joined(texts, writer.vocabulary("en"), [(0, 0), (1, 1), (2, 1), (4, 1)])
    assert [said.text for said in made][-1] == "Warfarin: none."
    assert "arfarin" not in " ".join(said.text for said in made[:-1])


def spoken(tmp_path: Path, section: str) -> list[str]:
    """What is said of the first part of a page, without its announcement and what is added to it."""
    path = tmp_path / "page.en.md"
    path.write_text(f"# Your visit\n\n{section}\n\n## Rest\n\nYou rest.\n", encoding="utf-8")
    lines = writing.write(readers.read(path)).phases[1].says
    return [say.text for say in lines if not say.from_style]


def test_a_bare_heading_that_lacks_its_things_leads_in_to_them(tmp_path: Path) -> None:
    page = (
        "## Your class\n\nBring a friend.\n\n### Also bring\n\n- your inhaler, in its box\n- shorts, if it’s your hip\n"
    )
    assert spoken(tmp_path, page) == [
        "Bring a friend.",
        "Also bring your inhaler, in its box.",
        "Also bring shorts, if it’s your hip.",
    ]


def test_an_order_after_a_point_holds_for_all_that_the_point_names(tmp_path: Path) -> None:
    page = """## The days after

Ring us if you:

- feel faint
- have a racing heart, a stiff neck, confusion or agitation. Go to the emergency room and show this sheet
- change your mind
"""
    assert spoken(tmp_path, page) == [
        "Ring us if you feel faint.",
        "Also ring us if you have a racing heart, a stiff neck, confusion or agitation.",
        "Go to the emergency room and show this sheet.",
        "Also ring us if you change your mind.",
    ]


def test_a_heading_is_no_beginning_of_items_that_tell_themselves_what_to_do(tmp_path: Path) -> None:
    page = """## When to call for help

- On the first day, call if you have a fever, a rash, or feel ill.
- Over the next 5 days, call if:
  - your skin looks yellow
  - your urine turns dark.
- Ward 9: 01632 960111 (Mon-Fri, 8am-6pm).
- a swollen leg
- If you cannot breathe, call 999 and say what you had.
"""
    assert spoken(tmp_path, page) == [
        "On the first day, call if you have a fever, a rash, or feel ill.",
        "Over the next 5 days, call if your skin looks yellow or your urine turns dark.",
        "Ward 9: 01632 960111, Mon-Fri, 8am-6pm.",
        "Call for help if you have a swollen leg.",
        "If you cannot breathe, call 999 and say what you had.",
    ]


BEGINNINGS = [
    # When, where and how are nothing without what they say it of.
    (
        ["Your pulse is taken:", "before each dose", "10 minutes after it", "at the end, and in between if you like."],
        ["Your pulse is taken before each dose, 10 minutes after it, at the end, and in between if you like."],
    ),
    (
        ["You should not eat:", "after midnight", "before the scan."],
        ["You should not eat after midnight or before the scan."],
    ),
    (
        ["Tell us if you feel ill in any way, for instance:", "shivering, or feeling hot", "an itch or a rash."],
        [
            "Tell us if you feel ill in any way.",
            "One example is shivering, or feeling hot.",
            "Another example is an itch or a rash.",
        ],
    ),
    (
        ["Her arrival time is 8 am, so:", "no milk or food after 2 am", "breast milk until 4 am", "water up to 7 am."],
        [
            "Her arrival time is 8 am, so she can have no milk or food after 2 am.",
            "She can have breast milk until 4 am.",
            "She can have water up to 7 am.",
        ],
    ),
    (
        ["Tell us if you have, or have had:", "a stroke", "an allergy", "pregnancy, or a chance of it."],
        [
            "Tell us if you have, or have had, a stroke or an allergy.",
            "Also tell us in case of pregnancy, or a chance of it.",
        ],
    ),
    (
        ["Within 5 to 10 minutes you may notice:", "a light feeling in your arms, or warmth", "that sounds are loud."],
        [
            "Within 5 to 10 minutes you may notice a light feeling in your arms, or warmth.",
            "In this time you may also notice that sounds are loud.",
        ],
    ),
    # “With a fever” would be heard of both.
    (
        ["Ring us if you have:", "numbness in the saddle area", "severe back pain with a fever."],
        ["Ring us if you have numbness in the saddle area.", "Also ring us if you have severe back pain with a fever."],
    ),
    # Said again, the second half of a series would be told of more times than there are.
    (
        [
            "It is taken twice: once at rest, and then while you",
            "breathe out hard for 10 seconds, and/or",
            "hum.",
        ],
        ["It is taken twice: once at rest, and then while you breathe out hard for 10 seconds, and/or hum."],
    ),
    (
        ["We’ll:", "weigh you and measure how tall you are in the clinic", "ask you to blow into a long thin tube."],
        [
            "We’ll weigh you and measure how tall you are in the clinic.",
            "We’ll also ask you to blow into a long thin tube.",
        ],
    ),
    (["You may be given", "a drip and/or", "a tablet."], ["You may be given a drip or a tablet."]),
    # The number of a step is said once.
    (
        ["Step 5: Ring us if", "you have passed no urine at all since you went home,", "you are sick, or feel faint."],
        [
            "Step 5: Ring us if you have passed no urine at all since you went home.",
            "Also ring us if you are sick, or feel faint.",
        ],
    ),
    # What is told of each in the same words, and which says how.
    (
        ["A session lasts:", "with music: 50 minutes", "without music: 35 minutes"],
        ["A session lasts 50 minutes with music.", "It also lasts 35 minutes without music."],
    ),
    # “Avoid” takes things only.
    (
        ["Avoid:", "lift a full kettle", "carry the shopping in", "saunas"],
        ["Do not lift a full kettle or carry the shopping in.", "Avoid saunas."],
    ),
    (
        [
            "For a month, you should avoid:",
            "drive a tractor for more than an hour",
            "sit on a motorbike, or ride in a van",
        ],
        [
            "For a month, you should not drive a tractor for more than an hour.",
            "For a month, you should not sit on a motorbike, or ride in a van.",
        ],
    ),
    (
        ["The dietitian will ask about:", "the meals that you skip on most days", "whether you cook, and for how many"],
        [
            "The dietitian will ask about the meals that you skip on most days.",
            "The dietitian will also ask whether you cook, and for how many.",
        ],
    ),
    # What several people do at one time is said to be then, once; an order has its time with it.
    (
        ["While the heart is still:", "a pump moves the blood", "the valve is cut out", "the new one is sewn in"],
        [
            "This is what happens while the heart is still.",
            "A pump moves the blood.",
            "The valve is cut out.",
            "The new one is sewn in.",
        ],
    ),
    (
        ["While the splint is on:", "do not wash that hand", "lift it up when you sit"],
        ["While the splint is on, do not wash that hand.", "While the splint is on, lift it up when you sit."],
    ),
    # What comes next is told, and what each point tells of itself makes no sentence of it.
    (
        [
            "Then you get the medicine:",
            "a drop for the pupil, which may sting a little",
            "a gel, which will blur your sight",
        ],
        [
            "Then you get the medicine.",
            "One is a drop for the pupil, which may sting a little.",
            "Another is a gel, which will blur your sight.",
        ],
    ),
    # A counted thing in a list.
    (
        ["Ring the ward at once for:", "Stomach that swells or is hard to the touch", "High temperature", "dizziness"],
        [
            "Ring the ward at once for a stomach that swells or is hard to the touch.",
            "Ring the ward at once for a high temperature or dizziness.",
        ],
    ),
    (
        ["Stay away if you have:", "cough", "cold sores, or a rash on the hands"],
        ["Stay away if you have a cough.", "Also stay away if you have cold sores, or a rash on the hands."],
    ),
]


@pytest.mark.parametrize(("page", "said"), BEGINNINGS)
def test_a_beginning_and_its_points_say_together_what_the_page_says(page: list[str], said: list[str]) -> None:
    marks = [(0, 0), *((place, 1) for place in range(1, len(page)))]
    assert [each.text for each in bullets.joined(page, writer.vocabulary("en"), marks)] == said


def test_two_words_that_answer_the_sentence_before_are_a_sentence(tmp_path: Path) -> None:
    page = tmp_path / "x.en.md"
    text = "You may think you can't blink. You can. It goes off soon."
    page.write_text(f"# A spray\n\n## During\n\n{text}\n", encoding="utf-8")
    said = [say.text for phase in writer.write_script(readers.read(page)).phases for say in phase.says]
    assert "You can." in said
    assert "It goes off soon." in said


def test_without_fail_denies_nothing() -> None:
    texts = ["Tiene que decir, sin falta:", "si toma hierro o zinc, o si le sangran las encías al lavarse"]
    texts += ["alergia a la plata, al níquel o al acrílico", "si le dijeron que tiene una fístula o un tumor", "asma"]
    made = bullets.joined(texts, writer.vocabulary("es"), [(0, 0), *((at, 1) for at in range(1, 5))])
    assert not [item.text for item in made if item.text.startswith("O ")]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (
            ["Twice a day:", "Wash the cup.", "Dry it."],
            ["Do this twice a day.", "Wash the cup.", "Dry it."],
        ),
        (
            ["Every evening:", "rub in the cream", "lie flat"],
            ["Do this every evening.", "Rub in the cream.", "Lie flat."],
        ),
    ],
)
def test_how_often_several_steps_are_to_be_done_is_said_of_all(texts: list[str], said: list[str]) -> None:
    marks = [(item, 1 if item else 0) for item in range(len(texts))]
    assert [item.text for item in bullets.joined(texts, writer.vocabulary("en"), marks)] == said
