package org.juxian.embeddedmongo.language;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.values.KeyCodec;
import org.juxian.embeddedmongo.values.Numbers;
import org.juxian.embeddedmongo.values.Refusal;

/** The stage $group: groups by the exact value of a key, in the order of their first documents. */
final class Group {
  private record Field(String name, Expression operand, Supplier<Accumulator> accumulator) {}

  private final Expression key;
  private final List<Field> fields = new ArrayList<>();

  private Group(Expression key) {
    this.key = key;
  }

  static Group parse(Document given) {
    if (!given.containsKey("_id")) {
      throw new MongoServerError(15955, "Location15955", "a group specification needs an _id");
    }
    Group group = new Group(Expression.parse(given.get("_id")));
    given.forEach(
        (name, how) -> {
          if (!name.equals("_id")) {
            group.fields.add(field(name, how));
          }
        });
    return group;
  }

  private static Field field(String name, @Nullable Object how) {
    if (!(how instanceof Document one) || one.size() != 1 || name.matches(".*[.$].*")) {
      throw new MongoServerError(
          40234, "Location40234", "The field '" + name + "' must be an accumulator object");
    }
    String operator = one.keySet().iterator().next();
    boolean counts = operator.equals("$count") && new Document().equals(one.get(operator));
    Object operand = counts ? (Object) 1 : one.get(operator);
    Supplier<Accumulator> accumulator =
        switch (counts ? "$sum" : operator) {
          case "$sum" -> Total::new;
          case "$min" -> () -> new Extreme(-1);
          case "$max" -> () -> new Extreme(1);
          default -> throw Refusal.unsupported("the accumulator " + operator);
        };
    return new Field(name, Expression.parse(operand), accumulator);
  }

  Stream<Document> apply(Stream<Document> documents) {
    Map<ByteBuffer, One> groups = new LinkedHashMap<>();
    documents.forEach(
        document -> {
          Object value = key.of(document);
          Object id = value instanceof Missing ? null : value;
          ByteBuffer bytes = ByteBuffer.wrap(KeyCodec.encode(id, true));
          One group = groups.computeIfAbsent(bytes, _ -> begin(id));
          for (int i = 0; i < fields.size(); i++) {
            group.accumulators().get(i).add(fields.get(i).operand().of(document));
          }
        });
    return groups.values().stream().map(this::result);
  }

  private record One(@Nullable Object id, List<Accumulator> accumulators) {}

  private One begin(@Nullable Object id) {
    return new One(id, fields.stream().map(field -> field.accumulator().get()).toList());
  }

  private Document result(One group) {
    Document result = new Document("_id", group.id());
    for (int i = 0; i < fields.size(); i++) {
      result.append(fields.get(i).name(), group.accumulators().get(i).result());
    }
    return result;
  }

  /** What is gathered from the documents of one group. */
  private sealed interface Accumulator {
    void add(@Nullable Object value);

    @Nullable Object result();
  }

  /** $sum: exact until the end; what is no number is passed over. */
  private static final class Total implements Accumulator {
    private BigDecimal exact = BigDecimal.ZERO;
    private double infinite;
    private boolean longs;
    private boolean doubles;

    @Override
    public void add(@Nullable Object value) {
      longs |= value instanceof Long;
      doubles |= value instanceof Double;
      switch (value) {
        case Decimal128 _ -> throw Refusal.unsupported("sums of decimals");
        case Double real when !Double.isFinite(real) -> infinite += real;
        case Number number -> exact = exact.add(Numbers.exact(number));
        case null, default -> {}
      }
    }

    @Override
    public Number result() {
      if (doubles || exact.toBigInteger().bitLength() > 63) {
        return infinite == 0 ? exact.doubleValue() : infinite;
      }
      return longs || exact.intValue() != exact.longValue()
          ? (Number) exact.longValue()
          : (Number) exact.intValue();
    }
  }

  /** $min and $max; null and what is missing are passed over. */
  private static final class Extreme implements Accumulator {
    private final int sign;
    private @Nullable Object chosen;

    Extreme(int sign) {
      this.sign = sign;
    }

    @Override
    public void add(@Nullable Object value) {
      boolean there = value != null && !(value instanceof Missing);
      if (there && (chosen == null || KeyCodec.compare(value, chosen) * sign > 0)) {
        chosen = value;
      }
    }

    @Override
    public @Nullable Object result() {
      return chosen;
    }
  }
}
