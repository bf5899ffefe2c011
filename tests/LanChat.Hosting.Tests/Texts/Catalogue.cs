using System.Globalization;
using System.Reflection;

namespace LanChat.Texts.Tests;

/// <summary>All texts of the language files.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<MethodInfo> Texts { get; } =
    [
        .. typeof(Languages).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.DeclaringType != typeof(RefusalTexts)),
    ];

    public static string NameOf(MethodInfo text) => $"{text.DeclaringType!.Name}.{text.Name}";

    /// <summary>For each parameter a value that occurs nowhere else in a text.</summary>
    public static object[] Arguments(MethodInfo text) =>
        [.. text.GetParameters().Select(parameter => Argument(parameter.ParameterType, parameter.Position))];

    /// <summary>The form in which an argument occurs in a text.</summary>
    public static string Shown(object argument) =>
        argument is DateTime day ? $"{day.Year}" : Convert.ToString(argument, CultureInfo.InvariantCulture)!;

    public static string In(Language language, MethodInfo text, object[] arguments) =>
        LanguageScope.In(language, () => (string)text.Invoke(null, arguments)!);

    private static object Argument(Type type, int position) =>
        type == typeof(string) ? $"<{position}>"
        : type == typeof(DateTime) ? new DateTime(7001 + position, 1, 1)
        : Convert.ChangeType(7001 + position, type, CultureInfo.InvariantCulture);
}
