package org.juxian.platform.service.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/**
 * A {@link Text} that is there in both languages, each of at most {@code max} characters. Absent
 * texts pass.
 */
@Documented
@Constraint(validatedBy = Localized.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT,
  ElementType.TYPE_USE
})
public @interface Localized {

  /** The most characters (UTF-16 code units) in one language. */
  int max() default 200;

  String message() default "{jakarta.validation.constraints.NotBlank.message}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Names the language that is missing or too long. */
  final class Validator implements ConstraintValidator<Localized, Text> {

    private int max;

    @Override
    public void initialize(Localized constraint) {
      max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable Text text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      boolean chinese = check(text.zh(), "zh", context);
      boolean english = check(text.en(), "en", context);
      return chinese && english;
    }

    private boolean check(
        @Nullable String value, String language, ConstraintValidatorContext context) {
      if (value == null || value.isBlank()) {
        fault(context, language, "{jakarta.validation.constraints.NotBlank.message}");
        return false;
      }
      if (value.length() > max) {
        context
            .unwrap(
                org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext
                    .class)
            .addMessageParameter("min", 1)
            .addMessageParameter("max", max);
        fault(context, language, "{jakarta.validation.constraints.Size.message}");
        return false;
      }
      return true;
    }

    private static void fault(ConstraintValidatorContext context, String language, String message) {
      context
          .buildConstraintViolationWithTemplate(message)
          .addPropertyNode(language)
          .addConstraintViolation();
    }
  }
}
