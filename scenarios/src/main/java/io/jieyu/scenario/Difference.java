package io.jieyu.scenario;

/** Something that is other than the scenario says. */
public record Difference(Step step, String what, String expected, String found) {

    @Override
    public String toString() {
        return "step "
                + step.number()
                + " (line "
                + step.line()
                + ", "
                + step.key()
                + "): "
                + what
                + ": expected "
                + expected
                + ", found "
                + found;
    }
}
