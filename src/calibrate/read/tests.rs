use super::*;
use crate::quiz;

const QUIZ: &str = "title = 'Q'\n[[questions]]\nid = 'one'\nprompt = 'Which?'\npoints = 4\n\
                    keywords = ['a']\n[[questions]]\nid = 'two'\ntype = 'boolean'\n\
                    prompt = 'So?'\ncorrect = true\n";

fn read_csv(text: &str) -> GradedFile {
    read(text, Format::Csv, &quiz::read(QUIZ).value.expect("a quiz").quiz)
}

fn scores(file: &GradedFile) -> Vec<Vec<u16>> {
    let of = |sample: &Sample| {
        sample.scores.iter().map(|(_, score)| score.thousandths()).collect::<Vec<_>>()
    };
    file.samples.iter().map(of).collect()
}

#[test]
fn shares_and_points_are_told_by_their_column() {
    let shares = read_csv("question,answer,score\none,x,0.5\none,y,1\n");
    assert_eq!(scores(&shares), [[500], [1000]]);
    let points = read_csv("question;answer;points\none;x;1\none;y;4\n");
    assert_eq!(scores(&points), [[250], [1000]]);
}

#[test]
fn scores_of_one_answer_by_several_people_are_one_sample() {
    let file = read_csv(
        "question,answer,score,grader\none,x,0,ann\none,x,1,bob\none,x,1,ann\none,y,1,ann\n",
    );
    assert_eq!(scores(&file), [vec![0, 1000], vec![1000], vec![1000]]);
    assert_eq!(file.samples[0].score(), PerMille::new(500));
}

#[test]
fn the_same_answer_of_two_rows_without_graders_is_two_samples() {
    assert_eq!(read_csv("question,answer,score\none,x,0\none,x,1\n").samples.len(), 2);
}

#[test]
fn a_question_goes_by_its_earlier_ids_too() {
    let quiz = QUIZ.replace("id = 'one'", "id = 'one'\nwas = ['first']");
    let quiz = quiz::read(&quiz).value.expect("a quiz").quiz;
    let file = read("question,answer,score\nfirst,x,1\n", Format::Csv, &quiz);
    assert_eq!(file.samples.iter().map(|sample| sample.question).collect::<Vec<_>>(), [0]);
    assert_eq!(quiz.find("one").map(|(position, _)| position), Some(0));
}

#[test]
fn lines_of_json_are_read_alike() {
    let text = "{\"question\": \"one\", \"answer\": \"x\", \"score\": 0.75}\n\n{\"question\": 1}\n";
    let file = read(text, Format::Jsonl, &quiz::read(QUIZ).value.expect("a quiz").quiz);
    assert_eq!(scores(&file), [[750]]);
    assert_eq!(file.refused.iter().map(|refused| refused.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_the_rest_is_read() {
    let file = read_csv(
        "question,answer,score\nnone,x,1\ntwo,x,1\none,x,2\none,x,-1\none,x,nan\none,x\none,x,1\n",
    );
    let told: Vec<String> = file.refused.iter().map(Refused::to_string).collect();
    assert_eq!(
        told,
        [
            "2: unknown question `none`; did you mean `one`?",
            "3: `two` is a boolean question, which has no prose",
            "4: `score` is not a share from 0 to 1; points stand in a column `points`",
            "5: `score` is not a share from 0 to 1; points stand in a column `points`",
            "6: `score` is not a share from 0 to 1; points stand in a column `points`",
            "7: 2 columns, and the header has 3",
        ]
    );
    assert_eq!(file.samples.len(), 1);
}

#[test]
fn a_missing_score_is_refused() {
    let file = read_csv("question,answer\none,x\n");
    assert_eq!(file.refused[0].message, "neither `score` nor `points`");
}
