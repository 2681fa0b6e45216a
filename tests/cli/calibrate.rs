//! `viva calibrate`

use serde_json::Value;

use crate::harness::Viva;

const QUIZ: &str = "title = \"Signals\"\n[[questions]]\nid = \"signals\"\npoints = 2\n\
    prompt = \"What happens?\"\nkeywords = [\"pre_save\", \"wrong\"]\n\
    misconceptions = [{ term = \"celery task\", penalty = 1 }]\n";

const GRADED: &str = "question,answer,score,grader\n\
    signals,pre_save is sent,1,ann\nsignals,pre_save is sent,0.5,bob\n\
    signals,per_save and wrong,0,ann\nsignals,wrong,0,ann\nsignals,wrong again,0.25,ann\n\
    signals,\"pre_save, a celery task\",0.75,ann\nsignals,\u{1b}[31mpre_save,1,ann\n";

fn calibrate(graded: &str) -> Viva {
    Viva::new().file("quiz.toml", QUIZ).file("graded.csv", graded)
}

#[test]
fn agreement_differences_and_misleading_keywords_are_told() {
    let output = calibrate(GRADED).args(["calibrate", "quiz.toml", "graded.csv"]).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(output.stdout);
}

#[test]
fn json_has_the_form_that_the_schema_says() {
    let schema = Viva::new().args(["schema", "calibrate"]).output().stdout;
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let form = jsonschema::validator_for(&schema).expect("a JSON Schema");
    let arguments = ["calibrate", "quiz.toml", "graded.csv", "--format", "json"];
    let told = calibrate(GRADED).args(arguments).output().stdout;
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert!(form.is_valid(&told), "{told:#}");
    assert_eq!(told["overall"]["pairs"], 6);
    assert_eq!(told["graders"]["pairs"], 1);
    assert_eq!(told["questions"][0]["keywords"][1]["misleads"], true);
}

#[test]
fn rows_that_cannot_be_used_are_named_and_the_rest_is_used() {
    let graded = "question,answer,points\nsignal,x,1\nsignals,pre_save,2\nsignals,x,3\n";
    let output = calibrate(graded).args(["calibrate", "quiz.toml", "graded.csv"]).output();
    assert_eq!(
        output.stderr,
        "graded.csv:2: unknown question `signal`; did you mean `signals`?\n\
         graded.csv:4: `points` are not a number from 0 to the question's 2\n"
    );
    assert_eq!(output.status, 1);
    assert!(output.stdout.starts_with("1 answer\n"), "{}", output.stdout);
}

#[test]
fn a_file_without_answers_is_refused() {
    calibrate("question,answer,score\n")
        .args(["calibrate", "quiz.toml", "graded.csv"])
        .stderr("graded.csv: no answer with a score\n")
        .status(3)
        .run();
}

/// Twenty answers in which `cascade` is what people reward and `celery` what they do not.
fn scored() -> String {
    let rows = (0..20).map(|at| {
        let (said, score) = match at % 4 {
            0 => ("the rows cascade", 1),
            1 => ("a cascade of deletions", 1),
            2 => ("rows stay", 0),
            _ => ("a worker deletes rows", 0),
        };
        format!("signals,{said} {at},{score}\n")
    });
    std::iter::once("question,answer,score\n".to_owned()).chain(rows).collect()
}

#[test]
fn what_people_reward_is_put_into_the_file_and_the_rest_of_it_stays() {
    let quiz = QUIZ.replace("[[questions]]", "[[questions]]  # mine");
    let arguments = ["calibrate", "quiz.toml", "graded.csv", "--learn", "--write"];
    let run = Viva::new().file("quiz.toml", quiz).file("graded.csv", scored());
    let output = run.args(arguments).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    assert!(output.stdout.contains("what so few teach is little more than chance"));
    let told = output.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    let reason = "people give 100% to 10 answers with it, 0% to 10 answers without";
    assert!(told.contains(reason) && told.contains("`wrong` now has weight 5: no answer has it"));
    let written = output.file("quiz.toml");
    assert!(written.contains("[[questions]]  # mine"), "{written}");
    assert!(written.contains("cascade"), "{written}");
    let again = Viva::new().file("quiz.toml", &written).args(["check", "quiz.toml"]).output();
    assert!(again.stdout.contains("0 errors"), "{}", again.stdout);
}

#[test]
fn a_keyword_that_nobody_rewards_keeps_a_weight_that_a_quiz_may_have() {
    let rows = (0..20).map(|at| {
        let (said, score) = if at % 2 == 0 { ("a signal", 1) } else { ("pre_save it is", 0) };
        format!("signals,{said} {at},{score}\n")
    });
    let scored: String =
        std::iter::once("question,answer,score\n".to_owned()).chain(rows).collect();
    let output =
        calibrate(&scored).args(["calibrate", "quiz.toml", "graded.csv", "--learn"]).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    assert!(output.stdout.contains("now has weight 0.01"), "{}", output.stdout);
}

#[test]
fn learning_is_told_in_json_and_writes_nothing_by_itself() {
    let arguments = ["calibrate", "quiz.toml", "graded.csv", "--learn", "--format", "json"];
    let output = calibrate(&scored()).args(arguments).output();
    let told: Value = serde_json::from_str(&output.stdout).expect("JSON");
    assert_eq!(told["learnt"]["questions"][0]["few"], true);
    let changes = told["learnt"]["questions"][0]["changes"].as_array().expect("changes");
    let cascade = changes.iter().find(|change| change["label"] == "cascade").expect("it is learnt");
    assert_eq!(cascade["kind"], "keyword");
    assert_eq!(cascade["evidence"]["mean_found"], 1);
    assert!(told["learnt"]["overall"]["r"].as_f64() > told["overall"]["r"].as_f64());
    assert_eq!(output.file("quiz.toml"), QUIZ);
}

#[test]
fn too_few_answers_teach_nothing() {
    let arguments = ["calibrate", "quiz.toml", "graded.csv", "--learn"];
    let output = calibrate(GRADED).args(arguments).output();
    assert!(output.stdout.contains("signals: too few answers to learn from"));
}

#[test]
fn answers_of_one_score_teach_nothing() {
    let rows = (0..20).map(|at| format!("signals,pre_save is sent {at},1\n"));
    let scored: String =
        std::iter::once("question,answer,score\n".to_owned()).chain(rows).collect();
    let arguments = ["calibrate", "quiz.toml", "graded.csv", "--learn", "--write"];
    let output = calibrate(&scored).args(arguments).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    let told = output.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("signals: all answers have the same score, which teaches nothing"));
    assert_eq!(output.file("quiz.toml"), QUIZ);
}

#[test]
fn a_bundled_quiz_is_not_written_to() {
    let graded = "question,answer,score\nsignals,x,1\n";
    calibrate(graded)
        .args(["calibrate", "django", "graded.csv", "--learn", "--write"])
        .stderr("--write needs a quiz file of your own\n")
        .status(2)
        .run();
}
