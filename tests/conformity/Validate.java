// Asks the veraPDF engine about files: one line of JSON for each file and profile.
//   java -cp JAXB:ENGINE Validate.java FILE PROFILE,PROFILE [FILE PROFILE,...]

import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    public static void main(String[] words) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int at = 0; at < words.length; at += 2) {
            for (String profile : words[at + 1].split(",")) {
                System.out.println(asked(words[at], PDFAFlavour.byFlavourId(profile)));
            }
        }
    }

    private static String asked(String file, PDFAFlavour flavour) throws Exception {
        TreeMap<String, String> broken = new TreeMap<>();
        try (FileInputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    String clause = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                    broken.put(clause, one.getMessage() + " @ " + one.getLocation().getContext());
                }
            }
        }
        StringBuilder said = new StringBuilder();
        for (String clause : broken.keySet()) {
            said.append(said.length() == 0 ? "" : ",");
            said.append(quoted(clause)).append(":").append(quoted(broken.get(clause)));
        }
        return "{\"file\":" + quoted(file) + ",\"profile\":" + quoted(flavour.getId())
            + ",\"broken\":{" + said + "}}";
    }

    private static String quoted(String text) {
        String safe = text == null ? "" : text.replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + safe.replaceAll("[\\x00-\\x1f]", " ") + "\"";
    }
}
