#include "base/names.h"
#include "model/model.h"

int
model_find_phase(const struct model *model, const char *text)
{
	return names_get(model->phase_names, text);
}

int
model_find_task(const struct model *model, const char *text)
{
	return names_get(model->task_names, text);
}

int
model_find_criterion(const struct model *model, const char *text)
{
	return names_get(model->criterion_names, text);
}

const char *
model_nearest_phase(const struct model *model, const char *text)
{
	return names_nearest(model->phase_names, text);
}

const char *
model_nearest_task(const struct model *model, const char *text)
{
	return names_nearest(model->task_names, text);
}

const char *
model_nearest_criterion(const struct model *model, const char *text)
{
	return names_nearest(model->criterion_names, text);
}
