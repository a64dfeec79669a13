package org.juxian.identity.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.IDN;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.juxian.identity.person.Address;

/**
 * Reads what people write for a phone number or a mail address. A number without a country is
 * Chinese; only numbers that can receive SMS are taken. A mail address is a dot-atom and a domain
 * (RFC 5321, without quoted local parts and literals), at most 254 characters, in lower case.
 */
public final class AddressReader {

  private static final String HOME = "CN";
  private static final Set<PhoneNumberType> REACHED_BY_SMS =
      EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
  private static final Pattern MAIL =
      Pattern.compile(
          "[a-z0-9!#$%&'*/=?^_`{|}~-][a-z0-9!#$%&'*/=?^_`{|}~+-]*"
              + "(\\.[a-z0-9!#$%&'*/=?^_`{|}~+-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;

  private AddressReader() {}

  /** The address, or nothing where it is none. */
  public static Optional<Address> read(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    return text.indexOf('@') < 0 ? phone(text) : mail(text);
  }

  private static Optional<Address> phone(String text) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(text, HOME);
      boolean takesSms =
          !number.hasExtension()
              && numbers.isValidNumber(number)
              && REACHED_BY_SMS.contains(numbers.getNumberType(number));
      return takesSms
          ? Optional.of(new Address(numbers.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Address> mail(String text) {
    int at = text.lastIndexOf('@');
    try {
      String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      String address = (text.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
      boolean good =
          at <= LONGEST_LOCAL_PART
              && address.length() <= LONGEST
              && MAIL.matcher(address).matches();
      return good ? Optional.of(new Address(address)) : Optional.empty();
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }
}
