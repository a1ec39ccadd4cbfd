@rem sh knows exec, by which a signal reaches the command. The shell of Windows finds this file instead.
@%*
