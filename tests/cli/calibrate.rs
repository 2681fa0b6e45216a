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
