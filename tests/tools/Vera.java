// Validates PDF files with veraPDF and prints one line for each file and flavour; exit 1 when any rule fails.
// Usage: java -cp JAXB:JAR Vera.java FLAVOUR[,FLAVOUR] FILE...   (flavours by id: ua1, 3a; `fromString` mistakes some)

import java.io.File;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Vera {
    public static void main(String[] arguments) {
        VeraGreenfieldFoundryProvider.initialise();
        boolean sound = true;
        for (int i = 1; i < arguments.length; i++) {
            for (String id : arguments[0].split(",")) {
                sound &= validate(new File(arguments[i]), PDFAFlavour.byFlavourId(id), id);
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private static boolean validate(File file, PDFAFlavour flavour, String id) {
        boolean sound = true;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(List.of(flavour), 200, false, false, false)) {
            for (ValidationResult result : validator.validateAll(parser)) {
                sound &= result.isCompliant();
                System.out.printf("%s %s %d %s%n", result.isCompliant() ? "PASS" : "FAIL", id,
                        result.getTotalAssertions(), file.getPath());
                for (TestAssertion told : result.getTestAssertions()) {
                    if (told.getStatus() == TestAssertion.Status.FAILED) {
                        System.out.printf("  %s-%d %s | %s%n", told.getRuleId().getClause(),
                                told.getRuleId().getTestNumber(), told.getMessage(), told.getLocation().getContext());
                        break;
                    }
                }
            }
        } catch (Exception fault) {
            sound = false;
            System.out.printf("FAIL %s 0 %s%n  %s%n", id, file.getPath(), fault);
        }
        return sound;
    }
}
