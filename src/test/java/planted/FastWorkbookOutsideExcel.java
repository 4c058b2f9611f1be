package planted;

import org.dhatim.fastexcel.Workbook;

class FastWorkbookOutsideExcel {
    Workbook workbook;
}
