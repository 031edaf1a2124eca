"""A sound workbook, and one broken for each rule of strict.py.

The sound one comes from another writer than ours.  A breach is a part of it,
a pattern that must be there, and what stands in its place.
"""
import re
import zipfile

import xlsxwriter

BOOK, STYLES = "xl/workbook.xml", "xl/styles.xml"
SHEET, SECOND = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
TABLE, OTHER = "xl/tables/table1.xml", "xl/tables/table2.xml"
STRINGS, RELS = "xl/sharedStrings.xml", "xl/worksheets/_rels/sheet1.xml.rels"
SMILE = "\U0001f600"


def many(element, count):
    return "".join(element % i for i in range(count))


# Rule, part, pattern, replacement.
BREACHES = [
    ("parts_are_well_formed", "docProps/core.xml", "</dc:title>", "&\x01"),
    ("parts_are_well_formed", STRINGS, "Kommune", "Br\x00ndby"),
    ("parts_have_types", "[Content_Types].xml",
     '<Override PartName="/xl/tables/table1.xml"[^>]*>', ""),
    ("relations_lead_somewhere", RELS, "table1.xml", "table9.xml"),
    ("relations_are_known", SHEET, '<tablePart r:id="[^"]*"',
     '<tablePart r:id="rId99"'),
    ("sheets_have_names", BOOK, 'name="Ark"', 'name=""'),
    ("sheets_have_names", BOOK, 'name="Ark"', 'name="%s"' % ("a" * 32)),
    ("sheets_have_names", BOOK, 'name="Ark"', 'name="%s"' % (SMILE * 16)),
    ("sheets_have_names", BOOK, 'name="Ark"', 'name="a/b"'),
    ("sheets_have_names", BOOK, 'name="Ark"', 'name="\'a"'),
    ("sheets_have_no_reserved_name", BOOK, 'name="Ark"', 'name="History"'),
    ("sheets_differ", BOOK, 'name="Ark"', 'name="LISTER"'),
    ("sheets_differ", BOOK, 'sheetId="2"', 'sheetId="1"'),
    ("names_are_names", BOOK, 'name="svar"', 'name="to ord"'),
    ("names_are_names", BOOK, 'name="svar"', 'name="A1"'),
    ("names_are_names", BOOK, 'name="svar"', 'name="R1C1"'),
    ("names_are_names", BOOK, 'name="svar"', 'name="1abc"'),
    ("names_differ", BOOK, 'name="svar"', 'name="ANDEN"'),
    ("names_belong_to_sheets", BOOK, 'localSheetId="0"', 'localSheetId="7"'),
    ("cells_are_in_order", SHEET, 'r="B5"', 'r="A4"'),
    ("cells_are_in_order", SHEET, 'r="B5"', 'r="XFE5"'),
    ("numbers_are_finite", SHEET, "<v>12.5</v>", "<v>NaN</v>"),
    ("numbers_are_finite", SHEET, "<v>12.5</v>", "<v>1E999</v>"),
    ("numbers_are_finite", SHEET, "<v>12.5</v>", "<v>12,5</v>"),
    ("texts_are_there", SHEET, 't="s"><v>0<', 't="s"><v>999<'),
    ("texts_fit_their_cells", STRINGS, "Bemærkning", "x" * 32768),
    ("texts_fit_their_cells", STRINGS, "Bemærkning", SMILE * 16384),
    ("texts_fit_their_cells", STRINGS, "Bemærkning", "a\n" * 254),
    ("styles_are_there", SHEET, 'r="B5" s="[0-9]*"', 'r="B5" s="99"'),
    ("styles_are_there", SHEET, 'dxfId="0"', 'dxfId="9"'),
    ("formats_are_not_too_many", STYLES, "</fonts>",
     many("<font><sz val='%d'/></font>", 513) + "</fonts>"),
    ("formats_are_not_too_many", STYLES, "</numFmts>",
     many("<numFmt numFmtId='%d' formatCode='0'/>", 201)
     .replace("'1", "'91") + "</numFmts>"),
    ("number_formats_are_sound", STYLES, 'formatCode="#,##0.0"',
     'formatCode="0;0;0;@;0"'),
    ("number_formats_are_sound", STYLES, 'formatCode="#,##0.0"',
     'formatCode="&quot;kr. 0"'),
    ("number_formats_are_sound", STYLES, "<numFmts.*</numFmts>", ""),
    ("formulas_are_not_too_long", SHEET, "<f>SUM[^<]*",
     "<f>1" + "+1" * 4096),
    ("formulas_are_not_too_long", SHEET, "<f>SUM[^<]*",
     "<f>" + "(" * 65 + "1" + ")" * 65),
    ("formulas_are_whole", SHEET, "<f>SUM[^<]*", "<f>SUM("),
    ("formulas_are_whole", SHEET, "<f>SUM[^<]*", "<f>=SUM(B5)"),
    ("formulas_are_english", SHEET, "<f>SUM[^<]*", "<f>HVIS(B5,1,2)"),
    ("formulas_are_english", SHEET, "<f>SUM[^<]*", "<f>SUM(B5;B6)"),
    ("formulas_name_what_there_is", SHEET, "<f>SUM[^<]*",
     "<f>SUM('Væk'!A1)"),
    ("formulas_name_what_there_is", SHEET, "<f>SUM[^<]*",
     "<f>SUM(tbl_borte[Tal])"),
    ("formulas_name_what_there_is", SHEET, "<f>SUM[^<]*", "<f>intet+1"),
    ("tables_have_names", TABLE, 'displayName="tbl_en"', 'displayName="A1"'),
    ("tables_have_names", TABLE, 'displayName="tbl_en"',
     'displayName="TBL_TO"'),
    ("tables_have_names", TABLE, 'displayName="tbl_en"',
     'displayName="svar"'),
    ("tables_have_numbers", TABLE, ' id="1" name="tbl', ' id="2" name="tbl'),
    ("tables_have_rows", TABLE, 'ref="A4:C6"', 'ref="A4:C4"'),
    ("tables_have_heads", TABLE, 'name="Tal"', 'name="KOMMUNE"'),
    ("tables_have_heads", TABLE, 'name="Tal"', 'name=""'),
    ("tables_have_heads", TABLE, 'name="Tal"', 'name="Antal"'),
    ("tables_have_one_filter", SHEET, "<mergeCells",
     '<autoFilter ref="A4:C6"/><mergeCells'),
    ("tables_do_not_overlap", OTHER, 'ref="A20:B22"', 'ref="A6:B22"'),
    ("tables_hold_nothing_merged", SHEET, 'ref="A1:C1"', 'ref="A5:C5"'),
    ("merged_cells_do_not_overlap", SHEET, "</mergeCells>",
     '<mergeCell ref="B1:B2"/></mergeCells>'),
    ("merged_cells_do_not_overlap", SHEET, 'ref="A1:C1"', 'ref="E1:E1"'),
    ("rules_for_input_fit", SHEET, 'promptTitle="Svar"',
     'promptTitle="%s"' % ("s" * 33)),
    ("rules_for_input_fit", SHEET, ' error="Vælg"',
     ' error="%s"' % ("s" * 256)),
    ("rules_for_input_fit", SHEET, "<formula1>\"[^<]*<",
     "<formula1>\"%s\"<" % ("s" * 256)),
    ("rules_for_input_fit", SHEET, "<formula1>\"[^<]*<",
     "<formula1>\"ja,\"nej\"\"<"),
    ("rules_for_input_do_not_overlap", SHEET, 'sqref="C6"', 'sqref="C5"'),
    ("areas_are_areas", SHEET, 'Formatting sqref="B5:B6"',
     'Formatting sqref="B6:B5"'),
    ("areas_are_areas", SHEET, 'topLeftCell="A5"', 'topLeftCell="A0"'),
    ("links_are_not_too_many", SHEET, "</hyperlinks>",
     '<hyperlink ref="A9" location="\'Lister\'!A1"/>' * 65530 +
     "</hyperlinks>"),
    ("links_lead_somewhere", SHEET, "location=\"[^\"]*\"",
     "location=\"'Borte'!A1\""),
    ("links_lead_somewhere", RELS, 'Target="rapport.html"',
     'Target="javascript:alert(1)"'),
    ("links_lead_somewhere", RELS, 'Target="rapport.html"',
     'Target="%s"' % ("s" * 2080)),
    ("pages_have_short_heads", SHEET, "<oddHeader>[^<]*",
     "<oddHeader>" + "s" * 256),
    ("pages_break_where_there_is_something", SHEET, '<brk id="10"',
     '<brk id="0"'),
    ("rows_and_columns_fit", SHEET, '<col min="1" max="1"',
     '<col min="3" max="1"'),
    ("rows_and_columns_fit", SHEET, 'width="20.7[0-9]*"', 'width="256"'),
    ("rows_and_columns_fit", SHEET, 'ht="40"', 'ht="410"'),
    ("sheets_are_in_order", SHEET, "(<mergeCells.*</mergeCells>)(.*)<pageM",
     r"\2\1<pageM"),
    ("one_sheet_at_least_is_seen", BOOK, 'sheetId="1"',
     'sheetId="1" state="hidden"'),
    # Those that take more than a replacement; see write().
    ("parts_stand_once", SHEET, "", ""),
]


def sound(path):
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": "Prøve"})
    sheet, lists = book.add_worksheet("Ark"), book.add_worksheet("Lister")
    number = book.add_format({"num_format": "#,##0.0"})
    sheet.merge_range("A1:C1", "Titel")
    sheet.set_column("A:A", 20)
    sheet.set_row(2, 40)
    sheet.freeze_panes(4, 0)
    sheet.repeat_rows(3)
    sheet.add_table("A4:C6", {"name": "tbl_en", "columns": [
        {"header": h} for h in ("Kommune", "Tal", "Svar")]})
    sheet.add_table("A20:B22", {"name": "tbl_to", "columns": [
        {"header": "Navn"}, {"header": "Bemærkning"}]})
    sheet.write("A5", "Brøndby")
    sheet.write("B5", 12.5, number)
    sheet.write("B6", 7, number)
    sheet.write_formula("B8", "SUM(tbl_en[Tal])", number, 19.5)
    sheet.write_url("A9", "internal:'Lister'!A1", string="Lister")
    sheet.write_url("A10", "external:rapport.html", string="Rapport")
    sheet.data_validation("C5", {"validate": "list", "source": ["ja", "nej"],
                                 "input_title": "Svar",
                                 "error_message": "Vælg"})
    sheet.data_validation("C6", {"validate": "list", "source": "=svar"})
    sheet.conditional_format("B5:B6", {"type": "cell", "criteria": ">",
                                       "value": 10, "format": number})
    sheet.set_header("&LPrøve")
    sheet.set_h_pagebreaks([10])
    sheet.set_landscape()
    lists.write_column("A1", ["ja", "nej"])
    book.define_name("svar", "=Lister!$A$1:$A$2")
    book.define_name("anden", "=Lister!$A$1")
    book.close()


def write(parts, path, breach=None):
    """The parts, and if the breach is so, one of them twice."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        if breach is not None and breach[0] == "parts_stand_once":
            archive.writestr(breach[1], parts[breach[1]])


def breaches(folder):
    """Rule, number and path of each broken workbook; first the sound one."""
    path = folder / "sound.xlsx"
    sound(path)
    yield None, 0, path
    with zipfile.ZipFile(path) as archive:
        parts = {n: archive.read(n).decode("utf-8")
                 for n in archive.namelist()}
    for number, breach in enumerate(BREACHES, 1):
        rule, part, pattern, by = breach
        broken = re.sub(pattern, by if "\\" in by else lambda _: by,
                        parts[part], count=1, flags=re.DOTALL)
        if pattern and broken == parts[part]:
            raise ValueError("%s: nothing there to break" % rule)
        path = folder / ("%d.xlsx" % number)
        write(dict(parts, **{part: broken}), path, breach)
        yield rule, number, path
