package io.jieyu.servicekit.web;

import io.jieyu.ledger.InvalidField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with problem details; thrown by controllers only. */
public final class Problem extends RuntimeException {

    private final ProblemCode code;
    private final transient List<FieldProblem> errors;

    /** One field that is wrong. */
    public record FieldProblem(
            String code, String field, @Nullable String value, String expected) {}

    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Problem(ProblemCode code, String detail, List<FieldProblem> errors) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** INVALID_REQUEST for one field: the value found and what was expected. */
    public static Problem invalid(String field, @Nullable Object value, String expected) {
        return new Problem(
                ProblemCode.INVALID_REQUEST,
                "The request has a wrong value.",
                List.of(
                        new FieldProblem(
                                "INVALID_FIELD",
                                field,
                                value == null ? null : value.toString(),
                                expected)));
    }

    /** The same for what a strict reading found. */
    public static Problem invalid(InvalidField invalid) {
        return invalid(
                String.valueOf(invalid.refusal().field()),
                invalid.refusal().value(),
                invalid.refusal().expected());
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldProblem> errors() {
        return errors;
    }
}
