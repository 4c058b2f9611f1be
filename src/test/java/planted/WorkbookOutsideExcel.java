package planted;

import org.apache.poi.ss.usermodel.Workbook;

class WorkbookOutsideExcel {
    Workbook workbook;
}
