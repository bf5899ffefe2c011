namespace LanChat.Client.Chat;

/// <summary>Commands that the actor of the active room executes.</summary>
internal static class RoomInput
{
    /// <summary>
    /// The message for the room; null if the command is not about the active room.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="typed">The user's input.</param>
    public static object? Of(UserCommand command, string typed) => command switch
    {
        UserCommand.Say say => new RoomWindowProtocol.Say(say.Text, typed),
        UserCommand.Send send =>
            new RoomWindowProtocol.Send(send.Request, RoomCommandList.HidePassword(send.Request, typed)),
        UserCommand.ShareFile file => new RoomWindowProtocol.ShareFile(file.Path, file.To, typed),
        UserCommand.SaveFile save => new RoomWindowProtocol.SaveFile(save.Name, typed),
        UserCommand.CancelFiles => RoomWindowProtocol.CancelFiles.Instance,
        UserCommand.ShowNotice => RoomWindowProtocol.ShowNotice.Instance,
        UserCommand.ShowTopic => RoomWindowProtocol.ShowTopic.Instance,
        UserCommand.ShowSettings => RoomWindowProtocol.ShowSettings.Instance,
        UserCommand.ContinueSearch => new RoomWindowProtocol.ContinueSearch(typed),
        UserCommand.ShowResult show => new RoomWindowProtocol.ShowResult(show.Number, typed),
        _ => null,
    };
}
