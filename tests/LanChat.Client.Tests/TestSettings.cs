using LanChat.Client.Settings;
using LanChat.Settings;

namespace LanChat.Client.Tests;

/// <summary>
/// The settings of the reference, with some set as <c>--set key=value</c> does; keys go without
/// <c>lanchat.client.</c>
/// </summary>
internal static class TestSettings
{
    public static ClientSettings With(params string[] assignments) =>
        ClientSettings.Read(new LayeredSettings(
            assignments.Reverse().Select(assignment => Layer.OfAssignment($"lanchat.client.{assignment}"))));
}
