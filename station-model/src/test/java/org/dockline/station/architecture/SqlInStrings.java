package org.dockline.station.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds SQL among the strings of a class: ArchUnit knows no constants, so the constant pool of the
 * class file is read.
 */
final class SqlInStrings extends ArchCondition<JavaClass> {
  private static final Pattern SQL =
      Pattern.compile(
          "(?is)\\s*(select\\s.+\\sfrom\\s.+|insert\\s+into\\s.+|update\\s+\\S+\\s+set\\s.+"
              + "|delete\\s+from\\s.+|merge\\s+into\\s.+|truncate\\s+table\\s.+"
              + "|(create|alter|drop)\\s+(table|view|schema|index|procedure|login|user)\\s.+"
              + "|with\\s+\\w+\\s+as\\s*\\(.+)");

  SqlInStrings() {
    super("hold SQL in a string");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (String text : strings(type)) {
      if (SQL.matcher(text).matches()) {
        events.add(SimpleConditionEvent.satisfied(type, type.getName() + " holds SQL: " + text));
      }
    }
  }

  private static List<String> strings(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream();
        DataInputStream in = new DataInputStream(new BufferedInputStream(file))) {
      in.skipNBytes(8);
      return constantPool(in);
    } catch (IOException e) {
      throw new UncheckedIOException("class file of " + type.getName(), e);
    }
  }

  /**
   * The texts of a constant pool, as JVMS 4.4 lays it out: a tag, then as many bytes as it says.
   */
  private static List<String> constantPool(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    List<String> texts = new ArrayList<>();
    for (int index = 1; index < count; index++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.add(in.readUTF());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          index++; // a long or double takes two places
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("unknown constant pool tag " + tag);
      }
    }
    return texts;
  }
}
