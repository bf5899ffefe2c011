using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LanChat.Texts.Generator;

/// <summary>Generates the accessors of all texts when their project is compiled.</summary>
[Generator]
public sealed class TextsGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor WrongText = new(
        "TEXT001", "Language file", "{0}", "Texts", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(file => Path.GetExtension(file.Path) == ".ini")
            .Select((file, cancelled) => (file.Path, Content: file.GetText(cancelled)?.ToString() ?? ""))
            .Collect();
        context.RegisterSourceOutput(files, (output, found) =>
        {
            var (sources, flaws) = TextsCode.Generate(found);
            foreach (var source in sources)
                output.AddSource(source.Key, SourceText.From(source.Value, System.Text.Encoding.UTF8));
            foreach (var flaw in flaws)
                output.ReportDiagnostic(Diagnostic.Create(WrongText, LocationOf(flaw), flaw.Message));
        });
    }

    private static Location LocationOf(TextFlaw flaw)
    {
        var start = new LinePosition(flaw.Line - 1, 0);
        return Location.Create(flaw.File, default, new LinePositionSpan(start, start));
    }
}
