using LanChat.Client.Sessions;

namespace LanChat.Client.Chat;

/// <summary>The window of a room the user is in.</summary>
/// <param name="Id">What the view knows it by; never used again.</param>
/// <param name="Number">What the user knows it by, 1 to <see cref="Windows.Most"/>.</param>
/// <param name="Server">The room's address.</param>
internal sealed record RoomWindow(int Id, int Number, ServerAddress Server);
