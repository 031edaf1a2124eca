/*
 * Thresholds and weights of model.ini with their defaults.
 *
 * Shares, lags, limits of readiness, cost and change are percent; benefit_*
 * are fractions; slip, gate, collision and horizon are days.
 */
#ifndef MODEL_THRESHOLD_H
#define MODEL_THRESHOLD_H

/* X(name, default): the name is the key in model.ini. */
#define THRESHOLD_LIST(X) \
	X(WEIGHT_ACTIVE, weight_active, 1) \
	X(WEIGHT_FOCUS, weight_focus, 1) \
	X(SHARE_TASKS, share_tasks, 50) \
	X(SHARE_CRITERIA, share_criteria, 50) \
	X(READY, ready, 90) \
	X(CONDITIONAL, conditional, 70) \
	X(GATE_WINDOW, gate_window, 90) \
	X(GATE_NEAR, gate_near, 30) \
	X(FORECAST_POINTS, forecast_points, 3) \
	X(FORECAST_HORIZON, forecast_horizon, 730) \
	X(SLIP_YELLOW, slip_yellow, 30) \
	X(SLIP_RED, slip_red, 90) \
	X(LAG_YELLOW, lag_yellow, 10) \
	X(LAG_RED, lag_red, 25) \
	X(COST_RED, cost_red, 10) \
	X(RISK_RED, risk_red, 15) \
	X(RISK_YELLOW, risk_yellow, 8) \
	X(CHANGE_POINTS, change_points, 5) \
	X(BENEFIT_GREEN, benefit_green, 0.9) \
	X(BENEFIT_YELLOW, benefit_yellow, 0.7) \
	X(COLLISION_DAYS, collision_days, 14)

enum threshold {
#define THRESHOLD(NAME, name, value)	THRESHOLD_##NAME,
	THRESHOLD_LIST(THRESHOLD)
#undef THRESHOLD
	THRESHOLDS
};

/* The key of model.ini: "lag_yellow". */
const char	*threshold_key(enum threshold);
double		 threshold_default(enum threshold);

#endif
