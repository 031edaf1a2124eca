/*
 * Rules 4 and 6: answers to the criteria of the current gate.
 */
#include "figures/compute.h"

/* The newest answer to each criterion; rows stand in rising month. */
static void
find_answers(const struct computation *c, const struct answer_row **answer)
{
	const struct answer_row *row;
	size_t i;

	for (i = 0; i < c->rows->answer.count; i++) {
		row = &c->portfolio->answer[c->rows->answer.first + i];
		if (row->month <= c->month)
			answer[row->criterion] = row;
	}
}

double
answer_value(const struct answer_row *row)
{
	if (row == NULL)
		return 0;
	switch (row->answer) {
	case ANSWER_YES:
	case ANSWER_WAIVED:
		return 100;
	case ANSWER_PARTLY:
		return 50;
	case ANSWER_NO:
		return 0;
	case ANSWER_NOT_APPLICABLE:
	case ANSWERS:
		break;
	}
	return NUM_NONE;
}

static void
count_mandatory(const struct answer_row *row, struct rollout_figures *f)
{
	f->mandatory_criteria++;
	if (row == NULL) {
		f->mandatory_criteria_unanswered++;
		return;
	}
	switch (row->answer) {
	case ANSWER_YES:
	case ANSWER_WAIVED:
	case ANSWER_NOT_APPLICABLE:
		f->mandatory_criteria_met++;
		break;
	case ANSWER_PARTLY:
		f->mandatory_criteria_partly++;
		break;
	case ANSWER_NO:
		f->mandatory_criteria_no++;
		break;
	case ANSWERS:
		break;
	}
}

static void
score_phase(const struct computation *c, struct rollout_figures *f)
{
	const struct criterion *criterion;
	double sum = 0, weights = 0, value;
	bool answered = false;
	size_t i;

	for (i = 0; i < c->model->ncriterion; i++) {
		criterion = &c->model->criterion[i];
		if (criterion->phase != f->phase)
			continue;
		if (criterion->mandatory)
			count_mandatory(f->answer[i], f);
		if (f->answer[i] != NULL) {
			answered = true;
			f->waived += f->answer[i]->answer == ANSWER_WAIVED;
		}
		value = answer_value(f->answer[i]);
		if (!num_given(value))
			continue;
		sum += criterion->weight * value;
		weights += criterion->weight;
	}
	f->criteria_sum = sum;
	f->criteria_weight = weights;
	f->criteria_score = answered && weights > 0 ? sum / weights : NUM_NONE;
}

void
figure_criteria(const struct computation *c, struct rollout_figures *f)
{
	const struct answer_row **answer =
	    arena_array(c->arena, c->model->ncriterion + 1, sizeof(*answer));

	find_answers(c, answer);
	f->answer = answer;
	f->criteria_score = f->criteria_sum = f->criteria_weight = NUM_NONE;
	if (!f->completed) {
		score_phase(c, f);
		return;
	}
	f->mandatory_criteria = f->mandatory_criteria_met =
	    f->mandatory_criteria_partly = f->mandatory_criteria_no =
		f->mandatory_criteria_unanswered = f->waived = FIGURE_NONE;
}
