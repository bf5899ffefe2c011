using LanChat.Client.Settings;
using LanChat.Settings;

namespace LanChat.Client.Tests;

/// <summary>
/// Reference settings with overrides, as <c>--set key=value</c> sets them; keys without the prefix
/// <c>lanchat.client.</c>
/// </summary>
internal static class TestSettings
{
    public static ClientSettings With(params string[] assignments) =>
        ClientSettings.Read(new LayeredSettings(
            assignments.Reverse().Select(assignment => Layer.OfAssignment($"lanchat.client.{assignment}"))));
}
