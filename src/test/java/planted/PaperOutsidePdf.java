package planted;

import org.apache.pdfbox.pdmodel.PDDocument;

class PaperOutsidePdf {
    PDDocument document;
}
