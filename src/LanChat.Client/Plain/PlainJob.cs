using LanChat.Protocol;

namespace LanChat.Client.Plain;

/// <summary>One run of the line tool.</summary>
/// <param name="Server">The room.</param>
/// <param name="Nick">The name to enter by.</param>
/// <param name="LongestLine">The most bytes of a line of input.</param>
/// <param name="Input">What is to be said, UTF-8 lines.</param>
/// <param name="Output">Where what others say is printed.</param>
/// <param name="Errors">Where everything else is told.</param>
/// <param name="Exit">Is given the code to exit with.</param>
internal sealed record PlainJob(
    ServerAddress Server, Nick Nick, int LongestLine, Stream Input, TextWriter Output, TextWriter Errors, TaskCompletionSource<int> Exit);
