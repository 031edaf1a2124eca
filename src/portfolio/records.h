/*
 * One builder and one order per kind of record; records.c has the table of
 * them.  For this room only.
 */
#ifndef PORTFOLIO_RECORDS_H
#define PORTFOLIO_RECORDS_H

#include "portfolio/loader.h"

/* Columns that name the rollout of a row, in this order. */
#define ROLLOUT_OF(KIND) \
	COL_##KIND##_MUNICIPALITY, COL_##KIND##_MUNICIPALITY_NAME, \
	COL_##KIND##_SOLUTION

record_builder	build_benefit, build_measurement, build_status,
		build_assessment, build_task, build_answer, build_decision,
		build_condition, build_economy, build_risk;
record_compare	compare_benefit, compare_measurement, compare_status,
		compare_assessment, compare_task, compare_answer,
		compare_decision, compare_condition, compare_economy,
		compare_risk;
/* A decision's key is not its order: that is time. */
record_compare	order_decision;
record_inherit	inherit_measurement, inherit_decision;

#endif
