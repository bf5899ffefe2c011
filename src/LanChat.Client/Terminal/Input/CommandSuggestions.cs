using LanChat.Client.Chat;

namespace LanChat.Client.Terminal.Input;

/// <summary>
/// Suggests commands for a prefix at the start of the line, with their arguments and meaning.
/// </summary>
internal static class CommandSuggestions
{
    /// <param name="before">The text before the cursor.</param>
    public static IReadOnlyList<Suggestion> For(string before) => before is [Commands.Sign, .. var part]
        ? [.. Commands.All.SelectMany(command => Of(command, part))]
        : [];

    private static IEnumerable<Suggestion> Of(CommandDefinition command, string part) =>
        command.Aliases.Prepend(command.Name)
            .Where(word => word.StartsWith(part, StringComparison.Ordinal))
            .Take(1)
            .Select(word => command with { Name = word })
            .Select(known => new Suggestion(
                known.Usage,
                $"{Commands.Sign}{known.Name}{(known.Argument.Length > 0 ? " " : "")}",
                known.Description));
}
