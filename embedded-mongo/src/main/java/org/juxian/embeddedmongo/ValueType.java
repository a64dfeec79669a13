package org.juxian.embeddedmongo;

import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of values, by the names and numbers that $type has for them.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/bson-types/">BSON types</a>
 */
enum ValueType {
  MIN_KEY("minKey", -1),
  DOUBLE("double", 1),
  STRING("string", 2),
  OBJECT("object", 3),
  ARRAY("array", 4),
  BINARY("binData", 5),
  OBJECT_ID("objectId", 7),
  BOOLEAN("bool", 8),
  DATE("date", 9),
  NULL("null", 10),
  REGEX("regex", 11),
  JAVASCRIPT("javascript", 13),
  INT("int", 16),
  TIMESTAMP("timestamp", 17),
  LONG("long", 18),
  DECIMAL("decimal", 19),
  MAX_KEY("maxKey", 127);

  private final String alias;
  private final int number;

  ValueType(String alias, int number) {
    this.alias = alias;
    this.number = number;
  }

  static ValueType of(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case MinKey _ -> MIN_KEY;
      case Double _ -> DOUBLE;
      case String _ -> STRING;
      case Document _ -> OBJECT;
      case Collection<?> _ -> ARRAY;
      case ObjectId _ -> OBJECT_ID;
      case Boolean _ -> BOOLEAN;
      case Instant _ -> DATE;
      case BsonRegularExpression _ -> REGEX;
      case BsonJavaScript _ -> JAVASCRIPT;
      case Integer _ -> INT;
      case BsonTimestamp _ -> TIMESTAMP;
      case Long _ -> LONG;
      case Decimal128 _ -> DECIMAL;
      case MaxKey _ -> MAX_KEY;
      default -> BINARY;
    };
  }

  /** The types that an operand of $type means. */
  static Set<ValueType> named(@Nullable Object operand) {
    Set<ValueType> types = EnumSet.noneOf(ValueType.class);
    if (operand instanceof Collection<?> several) {
      several.forEach(each -> types.addAll(named(each)));
    } else if ("number".equals(operand)) {
      types.addAll(EnumSet.of(DOUBLE, INT, LONG, DECIMAL));
    } else {
      for (ValueType type : values()) {
        if (type.alias.equals(operand)
            || (operand instanceof Number number && number.doubleValue() == type.number)) {
          types.add(type);
        }
      }
    }
    if (types.isEmpty()) {
      throw Refusal.badValue("Unknown type name alias or code: " + operand);
    }
    return types;
  }
}
