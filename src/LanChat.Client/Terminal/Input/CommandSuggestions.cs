using LanChat.Client.Chat;
using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Input;

/// <summary>
/// Suggests commands for a prefix at the start of the line, with their arguments and meaning.
/// </summary>
internal static class CommandSuggestions
{
    /// <param name="before">The text before the cursor.</param>
    /// <param name="permissions">What the user may do.</param>
    public static IReadOnlyList<Suggestion> For(string before, RoomPermissions permissions) =>
        before is [Commands.Sign, .. var part]
        ? [.. Commands.For(permissions).SelectMany(command => Of(command, part))]
        : [];

    private static IEnumerable<Suggestion> Of(CommandDefinition command, string part) =>
        command.Aliases.Prepend(command.Name)
            .Where(word => word.StartsWith(part, StringComparison.Ordinal))
            .Take(1)
            .Select(word => command with { Name = word })
            .Select(known => new Suggestion(
                known.Usage,
                $"{Commands.Sign}{known.Name}{(known.Argument.Length > 0 ? $"{known.Separator}" : "")}",
                known.Description));
}
