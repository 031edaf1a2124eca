"""The implementation model as read: phases, cells, criteria, dependencies between main tasks."""


class Model:
    def __init__(self, data):
        self.phases = [row["phase"] for row in data.rows["phases"]]
        self.tasks = [row["no"] for row in data.rows["main_tasks"]]
        self.category = {row["no"]: row["category"] for row in data.rows["main_tasks"]}
        self.task_condition = {row["no"] for row in data.rows["main_tasks"] if row["condition"]}
        self.grades = {(row["phase"], row["no"]): row["grade"] for row in data.rows["matrix"]
                       if row["grade"] != "-"}
        self.criteria = {phase: [row for row in data.rows["criteria"] if row["phase"] == phase]
                         for phase in self.phases}
        self.before = {}
        for row in data.rows["dependencies"]:
            if row["kind"] != "beside":
                self.before.setdefault(row["no"], set()).add(row["requires"])
        self.settings = data.settings

    def index(self, phase):
        return self.phases.index(phase)

    def cells(self, phase):
        """The main tasks with a grade in the phase, in the model's order."""
        return [task for task in self.tasks if (phase, task) in self.grades]

    def weight(self, phase, task):
        return self.settings["weight_" + self.grades[phase, task]]
